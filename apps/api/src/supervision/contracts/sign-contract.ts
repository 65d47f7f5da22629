import {
  bindSignature,
  signatureHash,
  signContract,
  type ContractReply,
  type SignatureFacts,
  type SignWish,
} from '@visavis/supervision';
import { Refusal } from '@visavis/kernel';
import type { AccountRefusal } from '@visavis/account';
import { Injectable } from '@nestjs/common';
import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { askedConsents } from './asked-consents';
import { ContractChanges } from './contract-changes';
import type { StoredContract } from './contract.table';

/** Where a signature came from, as the request says. */
export interface SignedFrom {
  readonly address: string;
  readonly userAgent: string;
}

const LONGEST_USER_AGENT = 400;

interface Proof {
  readonly proven_by: 'email-code' | 'passkey';
  readonly proven_at: Date;
}

/**
 * A party signs the very text they were shown. The contract is locked first, so two that sign at once follow each
 * other; a signature is inserted, never written over.
 */
@Injectable()
export class SignContract {
  constructor(private readonly changes: ContractChanges) {}

  /**
   * @throws Refusal not-found, role-too-low, proof-needed, text-changed, already-signed, wrong-state,
   *   name-differs, consent-missing
   */
  sign(asking: Asking, id: string, wish: SignWish, from: SignedFrom): Promise<ContractReply> {
    return this.changes.change(asking, id, async ({ stored, who, now, transaction }) => {
      const transition = signContract(
        stored.contract,
        wish,
        await askedConsents(transaction, stored),
        who,
        now,
      );
      const proof = await readProof(transaction, asking);
      const facts: SignatureFacts = {
        contractId: stored.contract.id,
        number: wish.number,
        party: who,
        fullName: wish.fullName,
        email: stored.parties[who].email,
        canonicalSha256: wish.canonicalSha256,
        pdfSha256: wish.pdfSha256,
        consents: wish.consents,
        method: proof.proven_by,
        authenticatedAt: proof.proven_at.getTime(),
        signedAt: now,
        ip: from.address,
        userAgent: userAgentOf(from),
      };
      await insertSignature(transaction, stored, asking, facts);
      const hash = signatureHash(facts, (bytes) => createHash('sha256').update(bytes).digest());
      return { ...transition, events: bindSignature(transition.events, hash) };
    });
  }
}

/** The guard has looked at its age; a proof that does not say how it was given is no evidence. */
async function readProof(transaction: Transaction, { sessionId }: Asking): Promise<Proof> {
  const [proof]: Proof[] = await transaction.query(
    'SELECT proven_by, proven_at FROM session WHERE id = $1 AND proven_by IS NOT NULL AND proven_at IS NOT NULL',
    [sessionId],
  );
  if (proof === undefined) throw new Refusal<AccountRefusal>('proof-needed');
  return proof;
}

async function insertSignature(
  transaction: Transaction,
  { practiceId, attempts }: StoredContract,
  { memberId }: Asking,
  facts: SignatureFacts,
): Promise<void> {
  await transaction.query(
    `INSERT INTO contract_signature (practice_id, id, contract_id, version, attempt, party, member_id, canonical_sha256,
       pdf_sha256, consents, full_name, email, auth_method, authenticated_at, signed_at, ip, user_agent)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      practiceId,
      randomUUIDv7(),
      facts.contractId,
      facts.number,
      attempts,
      facts.party,
      memberId,
      Buffer.from(facts.canonicalSha256, 'hex'),
      Buffer.from(facts.pdfSha256, 'hex'),
      JSON.stringify(facts.consents),
      facts.fullName,
      facts.email,
      facts.method,
      new Date(facts.authenticatedAt),
      new Date(facts.signedAt),
      facts.ip,
      facts.userAgent,
    ],
  );
}

/** As it was sent, of bounded length and on one line. */
function userAgentOf({ userAgent }: SignedFrom): string {
  return userAgent
    .toWellFormed()
    .replace(/[\u0000-\u001f\u007f]/g, ' ')
    .slice(0, LONGEST_USER_AGENT)
    .toWellFormed();
}
