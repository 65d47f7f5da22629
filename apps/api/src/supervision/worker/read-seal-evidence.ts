import type { Instant } from '@visavis/kernel';
import type { Consent, EventType, FrozenDocument, Party } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import { spellNumber } from '../contracts/spell-number';
import type { SealEvidence, SignedParty } from '../documents/contract-document';
import { sha256 } from '../documents/sha256';

export interface ToSeal {
  readonly frozen: Buffer;
  readonly evidence: SealEvidence;
}

/** A version whose seal is due. */
export interface SealRef {
  readonly practiceId: string;
  readonly contractId: string;
  readonly number: number;
}

interface TextRow {
  readonly pdf: Buffer;
  readonly canonical_json: string;
  readonly canonical_sha256: Buffer;
  readonly contract_number: number;
  readonly practice_name: string;
  readonly frozen_at: Date;
  readonly pdf_sha256: string;
}

interface SignatureRow {
  readonly party: Party;
  readonly full_name: string;
  readonly email: string;
  readonly auth_method: SignedParty['method'];
  readonly authenticated_at: Date;
  readonly signed_at: Date;
  readonly ip: string;
  readonly user_agent: string;
  readonly consents: readonly { readonly clause: Consent }[];
}

interface EventRow {
  readonly seq: number;
  readonly at: Date;
  readonly type: EventType;
  readonly actor: Party | 'clock';
  readonly version: number | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly hash: Buffer;
}

const TEXT = `
  SELECT t.pdf, t.canonical_json, t.canonical_sha256, c.number AS contract_number, p.name AS practice_name,
    t.frozen_at, encode(t.pdf_sha256, 'hex') AS pdf_sha256
  FROM contract_version v
  JOIN contract c ON c.practice_id = $1 AND c.id = $2
  JOIN practice p ON p.practice_id = $1
  JOIN contract_text t ON t.practice_id = $1 AND t.contract_id = $2 AND t.number = v.number AND t.attempt = v.attempt
  WHERE v.practice_id = $1 AND v.contract_id = $2 AND v.number = $3`;
const SIGNATURES = `
  SELECT party, full_name, email, auth_method, authenticated_at, signed_at, ip, user_agent, consents FROM contract_signature
  WHERE practice_id = $1 AND contract_id = $2 AND version = $3 ORDER BY signed_at, id`;
const EVENTS = `
  SELECT seq, at, type, actor, version, payload, hash FROM contract_event
  WHERE practice_id = $1 AND contract_id = $2 ORDER BY seq`;

/** What the certificate pages state about a signed version, as it is stored now. */
export async function readSealEvidence(
  transaction: Transaction,
  { practiceId, contractId, number }: SealRef,
  { publicUrl, now }: { readonly publicUrl: string; readonly now: Instant },
): Promise<ToSeal> {
  const [text]: TextRow[] = await transaction.query(TEXT, [practiceId, contractId, number]);
  if (text === undefined) throw new Error('a seal without a text');
  const signatures: SignatureRow[] = await transaction.query(SIGNATURES, [practiceId, contractId, number]);
  const events: EventRow[] = await transaction.query(EVENTS, [practiceId, contractId]);
  const { content, consents } = JSON.parse(text.canonical_json) as FrozenDocument;
  const ofVersion = events.filter(({ version }) => version === number);
  return {
    frozen: text.pdf,
    evidence: {
      language: content.language,
      number: spellNumber(text.contract_number),
      version: number,
      practiceName: text.practice_name,
      timeZone: content.timeZone,
      canonicalSha256: text.canonical_sha256.toString('hex'),
      frozenAt: text.frozen_at.getTime(),
      parties: signatures.map((row) => signedParty(row, text.pdf_sha256, ofVersion)),
      consents: consents.asked.map(({ title, text: words }) => ({
        title,
        text: words,
        textSha256: sha256(words),
      })),
      events: events.map(({ seq, at, type, actor }) => ({
        sequence: seq,
        at: at.getTime(),
        type,
        by: actor === 'clock' ? null : content.parties[actor].name,
      })),
      chainHead: events.at(-1)?.hash.toString('hex') ?? '',
      verifyUrl: `${publicUrl}/${content.language}/verify`,
      sealedAt: now,
    },
  };
}

function signedParty(row: SignatureRow, pdfSha256: string, events: readonly EventRow[]): SignedParty {
  const byThem = events.filter(({ actor }) => actor === row.party);
  const viewed = byThem.find(({ type, payload }) => type === 'viewed' && payload['pdfSha256'] === pdfSha256);
  const signed = byThem.find(({ type }) => type === 'signed');
  return {
    role: row.party,
    name: row.full_name,
    email: row.email,
    method: row.auth_method,
    channel: row.auth_method === 'passkey' ? null : masked(row.email),
    recognisedAt: row.authenticated_at.getTime(),
    viewedAt: viewed?.at.getTime() ?? null,
    signedAt: row.signed_at.getTime(),
    ip: row.ip,
    device: row.user_agent,
    consents: row.consents.map(({ clause }) => clause),
    signatureSha256: String(signed?.payload['signatureSha256']),
  };
}

/** `zoe@coach.example` as `z•••@coach.example` */
function masked(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 1)}•••@${domain}`;
}
