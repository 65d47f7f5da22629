import { signContract, type ContractReply, type Party, type SignWish } from '@visavis/supervision';
import { Refusal, type Instant } from '@visavis/kernel';
import type { AccountRefusal } from '@visavis/account';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
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
      await insertSignature(transaction, stored, { asking, who, wish, from, proof, now });
      return transition;
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

interface Signing {
  readonly asking: Asking;
  readonly who: Party;
  readonly wish: SignWish;
  readonly from: SignedFrom;
  readonly proof: Proof;
  readonly now: Instant;
}

async function insertSignature(
  transaction: Transaction,
  { practiceId, contract, attempts, parties }: StoredContract,
  { asking, who, wish, from, proof, now }: Signing,
): Promise<void> {
  await transaction.query(
    `INSERT INTO contract_signature (practice_id, id, contract_id, version, attempt, party, member_id, canonical_sha256,
       pdf_sha256, consents, full_name, email, auth_method, authenticated_at, signed_at, ip, user_agent)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      practiceId,
      randomUUIDv7(),
      contract.id,
      wish.number,
      attempts,
      who,
      asking.memberId,
      Buffer.from(wish.canonicalSha256, 'hex'),
      Buffer.from(wish.pdfSha256, 'hex'),
      JSON.stringify(wish.consents),
      wish.fullName,
      parties[who].email,
      proof.proven_by,
      proof.proven_at,
      new Date(now),
      from.address,
      from.userAgent
        .toWellFormed()
        .replace(/[\u0000-\u001f\u007f]/g, ' ')
        .slice(0, LONGEST_USER_AGENT),
    ],
  );
}
