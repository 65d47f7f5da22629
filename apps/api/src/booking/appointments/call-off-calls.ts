import { cancelAppointment } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import type { Transaction } from '../../database/transactions';
import { findForChange, insertAudit, lockCalendar, saveCancel } from './appointment.repository';
import { tellPeople } from './tell-people';

const AHEAD = `
  SELECT id FROM appointment
  WHERE practice_id = $1 AND supervisor_id = $2 AND kind = 'discovery-call' AND status = 'booked' AND starts_at > $3
  ORDER BY starts_at`;

/**
 * Cancels every discovery call ahead of a member who leaves, and tells the visitors. Ring the outbox's bell after
 * the commit.
 * @param by the member who asked for it
 */
export async function callOffCalls(
  transaction: Transaction,
  { practiceId, memberId: by }: { readonly practiceId: string; readonly memberId: string },
  memberId: string,
  now: Instant,
): Promise<void> {
  const supervisors: { id: string }[] = await transaction.query(
    'SELECT id FROM supervisor WHERE practice_id = $1 AND member_id = $2',
    [practiceId, memberId],
  );
  for (const { id: supervisorId } of supervisors) {
    await lockCalendar(transaction, practiceId, supervisorId);
    const ahead: { id: string }[] = await transaction.query(AHEAD, [practiceId, supervisorId, new Date(now)]);
    for (const { id } of ahead) {
      const call = await findForChange(transaction, practiceId, id);
      if (call === null) continue;
      const cancelled = { ...call, ...cancelAppointment(call, now) };
      await saveCancel(transaction, practiceId, cancelled, now);
      await tellPeople(transaction, practiceId, 'cancelled', cancelled, now);
      const act = { act: 'cancelled', actor: 'member', memberId: by, objectId: id } as const;
      await insertAudit(transaction, practiceId, act, now);
    }
  }
}
