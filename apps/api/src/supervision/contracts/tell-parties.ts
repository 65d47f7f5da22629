import type { Instant } from '@visavis/kernel';
import type { ContractEvent } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import { insertContractLetters } from '../letters/insert-contract-letters';
import { planContractLetters } from '../letters/plan-contract-letters';
import type { StoredContract } from './contract.table';

/** Plans the letters that these events ask for. Ring the outbox's bell after the commit. */
export async function tellParties(
  transaction: Transaction,
  before: StoredContract,
  after: StoredContract,
  events: readonly ContractEvent[],
  now: Instant,
): Promise<void> {
  await insertContractLetters(transaction, after, planContractLetters(before.contract, events), now);
}
