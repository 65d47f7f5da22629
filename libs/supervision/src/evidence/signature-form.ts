import type { ContractEvent } from '../contract/contract';
import type { Consent, Party } from '../words';
import { canonicalBytes } from './canonical-json';
import type { Sha256 } from './event-chain';

/** All that is kept of one signature. Hashes are 64 hexadecimal digits, times epoch milliseconds. */
export interface SignatureFacts {
  readonly contractId: string;
  readonly number: number;
  readonly party: Party;
  /** As typed. */
  readonly fullName: string;
  readonly email: string;
  readonly canonicalSha256: string;
  readonly pdfSha256: string;
  readonly consents: readonly { readonly clause: Consent; readonly textSha256: string }[];
  readonly method: 'email-code' | 'passkey';
  readonly authenticatedAt: number;
  readonly signedAt: number;
  readonly ip: string;
  readonly userAgent: string;
}

/** What of a signature is hashed; bump the schema when its members change, old signatures keep theirs. */
export function signatureForm(facts: SignatureFacts): object {
  const { contractId, number, party, fullName, email, canonicalSha256, pdfSha256, consents } = facts;
  const { method, authenticatedAt, signedAt, ip, userAgent } = facts;
  return {
    schema: 'visavis-signature/1',
    contractId,
    number,
    party,
    fullName: fullName.normalize('NFC'),
    email: email.toLowerCase(),
    canonicalSha256,
    pdfSha256,
    consents: consents.map(({ clause, textSha256 }) => ({ clause, textSha256 })),
    method,
    authenticatedAt,
    signedAt,
    ip,
    userAgent,
  };
}

/** 64 hexadecimal digits over the canonical form. */
export function signatureHash(facts: SignatureFacts, sha256: Sha256): string {
  const bytes = sha256(canonicalBytes(signatureForm(facts)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The event of a signature names its hash, so that the chain also holds what stands beside it. */
export function bindSignature(events: readonly ContractEvent[], signatureSha256: string): ContractEvent[] {
  return events.map((event) =>
    event.type === 'signed' ? { ...event, payload: { ...event.payload, signatureSha256 } } : event,
  );
}
