import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';

const OWN = 'SELECT id FROM vault WHERE practice_id = $1 AND owner_id = $2 AND set_aside_at IS NULL';

/** The vault of whoever asks; what was set aside is not there any more. */
export async function ownVault(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
): Promise<string | null> {
  const rows: { id: string }[] = await transaction.query(OWN, [practiceId, memberId]);
  return rows[0]?.id ?? null;
}

/** The same, held until the transaction ends: everything that changes a vault queues here. */
export async function lockVault(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
): Promise<{ readonly id: string; readonly generation: number } | null> {
  const lock = `
    SELECT id, generation FROM vault WHERE practice_id = $1 AND owner_id = $2 AND set_aside_at IS NULL FOR UPDATE`;
  const rows: { id: string; generation: number }[] = await transaction.query(lock, [practiceId, memberId]);
  return rows[0] ?? null;
}
