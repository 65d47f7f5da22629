import { inspectSealedPdf } from '@visavis/sealed-pdf';
import {
  canonicalJson,
  signatureHash,
  verifyChain,
  type ChainedEvent,
  type Party,
  type SignatureFacts,
} from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import { sha256, sha256Bytes } from './sha256';

export interface CheckedEvidence {
  readonly contractId: string;
  readonly events: number;
  readonly texts: number;
  readonly seals: number;
  /** What does not hold, the first thing first; empty when everything does. */
  readonly broken: readonly string[];
}

interface EventRow {
  readonly seq: number;
  readonly type: ChainedEvent['type'];
  readonly actor: ChainedEvent['by'];
  readonly at: Date;
  readonly version: number | null;
  readonly payload: ChainedEvent['payload'];
  readonly previous: Buffer;
  readonly hash: Buffer;
}
interface TextRow {
  readonly number: number;
  readonly attempt: number;
  readonly json: string;
  readonly jsonHash: Buffer;
  readonly pdf: Buffer;
  readonly pdfHash: Buffer;
}
interface SignatureRow {
  readonly version: number;
  readonly party: Party;
  readonly matches: boolean;
  readonly name: string;
  readonly email: string;
  readonly jsonHash: Buffer;
  readonly pdfHash: Buffer;
  readonly consents: SignatureFacts['consents'];
  readonly method: SignatureFacts['method'];
  readonly authenticated: Date;
  readonly signed: Date;
  readonly ip: string;
  readonly userAgent: string;
}
interface SealRow {
  readonly number: number;
  readonly file: Buffer;
  readonly hash: Buffer;
  readonly frozen: Buffer;
}

const EVENTS = `
  SELECT seq, type, actor, at, version, payload, previous_hash AS previous, hash FROM contract_event
  WHERE practice_id = $1 AND contract_id = $2 ORDER BY seq`;
const TEXTS = `
  SELECT number, attempt, canonical_json AS json, canonical_sha256 AS "jsonHash", pdf, pdf_sha256 AS "pdfHash"
  FROM contract_text WHERE practice_id = $1 AND contract_id = $2 ORDER BY number, attempt`;
const SIGNATURES = `
  SELECT s.version, s.party, (s.canonical_sha256 = t.canonical_sha256 AND s.pdf_sha256 = t.pdf_sha256) AS matches,
    s.full_name AS name, s.email, s.canonical_sha256 AS "jsonHash", s.pdf_sha256 AS "pdfHash", s.consents,
    s.auth_method AS method, s.authenticated_at AS authenticated, s.signed_at AS signed, s.ip, s.user_agent AS "userAgent"
  FROM contract_signature s JOIN contract_text t ON t.practice_id = $1 AND t.contract_id = $2 AND t.number = s.version AND t.attempt = s.attempt
  WHERE s.practice_id = $1 AND s.contract_id = $2 ORDER BY s.version, s.party`;
const SEALS = `
  SELECT s.number, s.file, s.sha256 AS hash, t.pdf AS frozen FROM contract_seal s
  JOIN contract_version v ON v.practice_id = $1 AND v.contract_id = $2 AND v.number = s.number
  JOIN contract_text t ON t.practice_id = $1 AND t.contract_id = $2 AND t.number = s.number AND t.attempt = v.attempt
  WHERE s.practice_id = $1 AND s.contract_id = $2 ORDER BY s.number`;

/** Recomputes everything that a contract's evidence says of itself: the chain, the hashes, the seals. */
export async function checkEvidence(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
): Promise<CheckedEvidence> {
  const ask = <Row>(sql: string): Promise<Row[]> => transaction.query(sql, [practiceId, contractId]);
  const [events, texts] = [await ask<EventRow>(EVENTS), await ask<TextRow>(TEXTS)];
  const [signatures, seals] = [await ask<SignatureRow>(SIGNATURES), await ask<SealRow>(SEALS)];
  const broken = [
    ...checkChain(contractId, events),
    ...texts.flatMap(checkText),
    ...checkSignatures(contractId, events, signatures),
    ...seals.flatMap(checkSeal),
  ];
  return { contractId, events: events.length, texts: texts.length, seals: seals.length, broken };
}

function checkChain(contractId: string, rows: readonly EventRow[]): string[] {
  const events = rows.map(({ actor, at, version, previous, hash, ...rest }) => ({
    ...rest,
    contractId,
    by: actor,
    at: at.getTime(),
    versionNumber: version,
    previousHash: previous.toString('hex'),
    hash: hash.toString('hex'),
  }));
  const first = verifyChain(contractId, events, sha256Bytes);
  if (first === null) return [];
  const type = events.find(({ seq }) => seq === first)?.type ?? 'missing';
  return [`event ${first} (${type}): the first that does not follow from the one before it`];
}

/** Every signature is the one that the chain tells of, in all its parts, and every one that it tells of is there. */
function checkSignatures(
  contractId: string,
  events: readonly EventRow[],
  signatures: readonly SignatureRow[],
): string[] {
  const told = events.filter(({ type }) => type === 'signed');
  const isFor = (row: SignatureRow) => (event: EventRow) =>
    event.version === row.version && event.actor === row.party;
  const missing = told.filter((event) => !signatures.some((row) => isFor(row)(event)));
  return [
    ...signatures.flatMap((row) => {
      const where = `version ${row.version}: the signature of the ${row.party}`;
      const event = told.find(isFor(row));
      if (!row.matches) return [`${where} is for another text`];
      if (event === undefined) return [`${where} is not in the chain`];
      const isSame =
        event.payload['signatureSha256'] === signatureHash(factsOf(contractId, row), sha256Bytes);
      return isSame ? [] : [`${where} is not the one that was given`];
    }),
    ...missing.map(({ version, actor }) => `version ${version}: the signature of the ${actor} is gone`),
  ];
}

function factsOf(contractId: string, row: SignatureRow): SignatureFacts {
  return {
    contractId,
    number: row.version,
    party: row.party,
    fullName: row.name,
    email: row.email,
    canonicalSha256: row.jsonHash.toString('hex'),
    pdfSha256: row.pdfHash.toString('hex'),
    consents: row.consents,
    method: row.method,
    authenticatedAt: row.authenticated.getTime(),
    signedAt: row.signed.getTime(),
    ip: row.ip,
    userAgent: row.userAgent,
  };
}

function checkText({ number, attempt, json, jsonHash, pdf, pdfHash }: TextRow): string[] {
  const where = `version ${number}, text ${attempt}`;
  return [
    ...(sha256(json) === jsonHash.toString('hex')
      ? []
      : [`${where}: its data do not have the hash that was shown`]),
    ...(canonicalJson(JSON.parse(json)) === json ? [] : [`${where}: its data are not in canonical form`]),
    ...(sha256(pdf) === pdfHash.toString('hex')
      ? []
      : [`${where}: its file does not have the hash that was shown`]),
  ];
}

function checkSeal({ number, file, hash, frozen }: SealRow): string[] {
  const where = `version ${number}, sealed file`;
  return [
    ...(sha256(file) === hash.toString('hex') ? [] : [`${where}: it does not have the hash that was kept`]),
    ...(file.subarray(0, frozen.length).equals(frozen)
      ? []
      : [`${where}: it does not begin with the signed file`]),
    ...(inspectSealedPdf(file)?.coversAll ? [] : [`${where}: its signature does not cover all of it`]),
  ];
}
