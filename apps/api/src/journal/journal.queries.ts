import type { Transaction } from '../database/transactions';

/** What a contract opened to either party is closed with it, in the transaction in which it ends. */
export async function endGrants(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
): Promise<void> {
  await transaction.query('SELECT end_grants($1, $2)', [practiceId, contractId]);
}
