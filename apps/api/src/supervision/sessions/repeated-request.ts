import { refuse } from '@visavis/booking';
import { DAY, type Instant } from '@visavis/kernel';
import type { BookSessionsWish, SessionsBookedReply } from '@visavis/supervision';
import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';

/** What a request with an `Idempotency-Key` did. Dates it left out are not kept: nothing was done about them. */
export interface Answer {
  readonly ids: readonly string[];
  readonly leftOut: SessionsBookedReply['leftOut'];
}

/**
 * What the very same request did before, under the contract's lock; null for a new one.
 * @throws Refusal idempotency-mismatch
 */
export async function repeatedAnswer(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
  contractId: string,
  wish: BookSessionsWish,
  key: string | null,
  now: Instant,
): Promise<Answer | null> {
  if (key === null) return null;
  const rows: { body_hash: Buffer; ids: string[] }[] = await transaction.query(
    `SELECT k.body_hash, ARRAY(
       SELECT s.id FROM supervision_session s JOIN appointment b ON b.practice_id = $1 AND b.id = s.appointment_id
       WHERE s.practice_id = $1 AND (b.id = k.appointment_id OR b.series_id = a.series_id) ORDER BY b.starts_at) AS ids
     FROM idempotency_key k JOIN appointment a ON a.practice_id = $1 AND a.id = k.appointment_id
     WHERE k.practice_id = $1 AND k.key_hash = $2 AND k.created_at > $3`,
    [practiceId, sha256([memberId, key]), new Date(now - DAY)],
  );
  const [row] = rows;
  if (row === undefined) return null;
  if (!row.body_hash.equals(sha256([contractId, wish]))) throw refuse('idempotency-mismatch');
  return { ids: row.ids, leftOut: [] };
}

/** @throws Refusal idempotency-mismatch when the key was used at the same moment for another contract */
export async function keepAnswer(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
  contractId: string,
  wish: BookSessionsWish,
  key: string | null,
  ids: readonly string[],
  now: Instant,
): Promise<void> {
  if (key === null) return;
  const keyHash = sha256([memberId, key]);
  await transaction.query(
    'DELETE FROM idempotency_key WHERE practice_id = $1 AND key_hash = $2 AND created_at <= $3',
    [practiceId, keyHash, new Date(now - DAY)],
  );
  const kept: { id: string }[] = await transaction.query(
    `INSERT INTO idempotency_key (practice_id, id, key_hash, body_hash, appointment_id, created_at)
     SELECT $1, $2, $3, $4, s.appointment_id, $6 FROM supervision_session s WHERE s.practice_id = $1 AND s.id = $5
     ON CONFLICT DO NOTHING RETURNING id`,
    [practiceId, randomUUIDv7(), keyHash, sha256([contractId, wish]), ids[0], new Date(now)],
  );
  if (kept.length === 0) throw refuse('idempotency-mismatch');
}

/** The members of a parsed wish come in the order of its shape, so equal wishes have equal text. */
function sha256(parts: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}
