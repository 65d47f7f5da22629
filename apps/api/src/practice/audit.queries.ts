import type { Instant } from '@visavis/kernel';
import type { AuditAct } from '@visavis/practice';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../database/transactions';
import type { Asking } from '../http/asking';

/** One row in the practice's audit trail, in the transaction of the change itself. */
export async function noteAct(
  transaction: Transaction,
  asking: Pick<Asking, 'practiceId' | 'memberId'>,
  act: AuditAct,
  objectId: string,
  now: Instant,
): Promise<void> {
  await transaction.query(
    `INSERT INTO audit_event (practice_id, id, at, actor, member_id, act, object_id)
     VALUES ($1, $2, $3, 'member', $4, $5, $6)`,
    [asking.practiceId, randomUUIDv7(), new Date(now), asking.memberId, act, objectId],
  );
}
