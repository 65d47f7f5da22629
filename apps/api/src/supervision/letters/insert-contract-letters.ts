import type { Instant } from '@visavis/kernel';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { StoredContract } from '../contracts/contract.table';
import type { PlannedContractLetter } from './plan-contract-letters';

/** Ring the outbox's bell after the commit. Who has no account yet is told by the invitation. */
export async function insertContractLetters(
  transaction: Transaction,
  { practiceId, contract, parties }: StoredContract,
  letters: readonly PlannedContractLetter[],
  now: Instant,
): Promise<void> {
  for (const { kind, to, version } of letters) {
    const { memberId, language } = parties[to];
    if (memberId === null || language === null) continue;
    await transaction.query(
      `INSERT INTO letter (practice_id, id, contract_id, member_id, kind, recipient, language, sequence, due_at, state,
         attempts, created_at)
       VALUES ($1, $2, $3, $4, $5, 'member', $6, $7, $8, 'planned', 0, $8)`,
      [practiceId, randomUUIDv7(), contract.id, memberId, kind, language, version, new Date(now)],
    );
  }
}
