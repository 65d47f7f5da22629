import type { Instant } from '@visavis/kernel';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';

export type SessionAct = 'session-booked' | 'session-moved' | 'session-cancelled';

/** The practice's record of who did what; never what about. */
export async function noteSessionAct(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
  act: SessionAct,
  sessionId: string,
  now: Instant,
): Promise<void> {
  await transaction.query(
    `INSERT INTO audit_event (practice_id, id, at, actor, member_id, act, object_id) VALUES ($1, $2, $3, 'member', $4, $5, $6)`,
    [practiceId, randomUUIDv7(), new Date(now), memberId, act, sessionId],
  );
}
