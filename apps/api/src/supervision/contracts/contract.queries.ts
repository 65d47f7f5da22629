export { leaveContracts } from './leave-contracts';
import type { Instant } from '@visavis/kernel';
import type { Transaction } from '../../database/transactions';

/** Whoever accepts an invitation is the coach of what was drafted for them. */
export async function bindInvitedCoach(
  transaction: Transaction,
  practiceId: string,
  invitationId: string,
  memberId: string,
  now: Instant,
): Promise<void> {
  await transaction.query(
    `UPDATE contract SET coach_member_id = $3, updated_at = $4
     WHERE practice_id = $1 AND invitation_id = $2 AND coach_member_id IS NULL`,
    [practiceId, invitationId, memberId, new Date(now)],
  );
}
