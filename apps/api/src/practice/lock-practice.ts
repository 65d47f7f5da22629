import type { Transaction } from '../database/transactions';

/** What changes who belongs to a practice, or whether it exists, takes its row first. */
export async function lockPractice(transaction: Transaction, practiceId: string): Promise<void> {
  await transaction.query('SELECT 1 FROM practice WHERE practice_id = $1 FOR UPDATE', [practiceId]);
}
