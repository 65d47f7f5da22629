import type { Instant } from '@visavis/kernel';
import type { Consent, EventType, FrozenDocument, Party } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import { spellNumber } from '../contracts/spell-number';
import type { SealEvidence, SignedParty } from '../documents/contract-document';

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
}

interface SignatureRow {
  readonly party: Party;
  readonly full_name: string;
  readonly email: string;
  readonly auth_method: SignedParty['method'];
  readonly signed_at: Date;
  readonly consents: readonly { readonly clause: Consent }[];
}

interface EventRow {
  readonly seq: number;
  readonly at: Date;
  readonly type: EventType;
  readonly actor: Party | 'clock';
  readonly hash: Buffer;
}

const TEXT = `
  SELECT t.pdf, t.canonical_json, t.canonical_sha256, c.number AS contract_number, p.name AS practice_name
  FROM contract_version v
  JOIN contract c ON c.practice_id = $1 AND c.id = $2
  JOIN practice p ON p.practice_id = $1
  JOIN contract_text t ON t.practice_id = $1 AND t.contract_id = $2 AND t.number = v.number AND t.attempt = v.attempt
  WHERE v.practice_id = $1 AND v.contract_id = $2 AND v.number = $3`;
const SIGNATURES = `
  SELECT party, full_name, email, auth_method, signed_at, consents FROM contract_signature
  WHERE practice_id = $1 AND contract_id = $2 AND version = $3 ORDER BY signed_at, id`;
const EVENTS = `
  SELECT seq, at, type, actor, hash FROM contract_event WHERE practice_id = $1 AND contract_id = $2 ORDER BY seq`;

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
  const { content } = JSON.parse(text.canonical_json) as FrozenDocument;
  return {
    frozen: text.pdf,
    evidence: {
      language: content.language,
      number: spellNumber(text.contract_number),
      version: number,
      practiceName: text.practice_name,
      timeZone: content.timeZone,
      canonicalSha256: text.canonical_sha256.toString('hex'),
      parties: signatures.map(signedParty),
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

function signedParty(row: SignatureRow): SignedParty {
  return {
    role: row.party,
    name: row.full_name,
    method: row.auth_method,
    channel: row.auth_method === 'passkey' ? null : masked(row.email),
    signedAt: row.signed_at.getTime(),
    consents: row.consents.map(({ clause }) => clause),
  };
}

/** `zoe@coach.example` as `z•••@coach.example` */
function masked(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 1)}•••@${domain}`;
}
