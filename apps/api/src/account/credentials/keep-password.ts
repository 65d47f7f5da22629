import type { Instant } from '@visavis/kernel';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';

/** A new password in the place of the one before, if there was one. */
export async function keepPassword(
  transaction: Transaction,
  accountId: string,
  secret: string,
  now: Instant,
): Promise<void> {
  await transaction.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [accountId]);
  await transaction.query(`DELETE FROM credential WHERE account_id = $1 AND kind = 'password'`, [accountId]);
  await transaction.query(
    `INSERT INTO credential (id, account_id, kind, secret, created_at) VALUES ($1, $2, 'password', $3, $4)`,
    [randomUUIDv7(), accountId, secret, new Date(now)],
  );
}
