import { mayDo, refuse, type CommentWish, type ContractReply, type Party } from '@visavis/supervision';
import type { Instant } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { ContractChanges } from './contract-changes';
import type { StoredContract } from './contract.table';

/** A remark beside the text that is written or proposed; the chain knows that it was made, not what it says. */
@Injectable()
export class CommentOnContract {
  constructor(private readonly changes: ContractChanges) {}

  /** @throws Refusal not-found, role-too-low, wrong-state */
  comment(asking: Asking, id: string, wish: CommentWish): Promise<ContractReply> {
    return this.changes.change(asking, id, async ({ stored, who, now, transaction }) => {
      const { contract } = stored;
      if (!mayDo(contract, who, now).includes('comment')) throw refuse('wrong-state');
      const commentId = await insertComment(transaction, stored, asking, who, wish, now);
      const versionNumber = contract.open?.number ?? null;
      const payload = { commentId, clause: wish.clause };
      return {
        contract,
        events: [{ type: 'commented', by: who, at: now, versionNumber, payload }],
        closed: [],
      };
    });
  }
}

/** @returns its id */
export async function insertComment(
  transaction: Transaction,
  { practiceId, contract }: StoredContract,
  { memberId }: Asking,
  party: Party,
  { clause, text }: CommentWish,
  now: Instant,
): Promise<string> {
  const id = randomUUIDv7();
  await transaction.query(
    `INSERT INTO contract_comment (practice_id, id, contract_id, version, clause, party, member_id, words, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      practiceId,
      id,
      contract.id,
      contract.open?.number ?? contract.inForce?.number,
      clause,
      party,
      memberId,
      text,
      new Date(now),
    ],
  );
  return id;
}

/** Why somebody says no or stops is a remark like any other: it can be erased, the chain cannot. */
export async function insertReason(
  transaction: Transaction,
  stored: StoredContract,
  asking: Asking,
  party: Party,
  reason: string,
  now: Instant,
): Promise<void> {
  if (reason.trim() !== '')
    await insertComment(transaction, stored, asking, party, { clause: null, text: reason }, now);
}
