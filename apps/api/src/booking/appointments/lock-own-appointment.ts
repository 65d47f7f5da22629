import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import type { SupervisionRefusal } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { findForChange, lockCalendar } from './appointment.repository';
import type { StoredAppointment } from './appointment.table';

/**
 * Locks the calendar of who is asking, then the appointment, and answers with the latter as it is now.
 * @throws Refusal not-found: unknown, or in somebody else's calendar
 */
export async function lockOwnAppointment(
  transaction: Transaction,
  asking: SupervisorAsking,
  id: string,
): Promise<StoredAppointment> {
  await lockCalendar(transaction, asking.practiceId, asking.supervisorId);
  const appointment = await findForChange(transaction, asking.practiceId, id);
  if (appointment?.supervisorId !== asking.supervisorId) throw new Refusal<GeneralRefusal>('not-found');
  return appointment;
}

/** @throws Refusal changed-meanwhile when the screen showed an older state */
export function refuseStale(appointment: StoredAppointment, sequence: number): void {
  if (appointment.sequence !== sequence) throw new Refusal<GeneralRefusal>('changed-meanwhile');
}

/** @throws Refusal under-contract: the minutes of a supervision session are counted where it was booked */
export function refuseSession({ kind }: StoredAppointment): void {
  if (kind === 'session') throw new Refusal<SupervisionRefusal>('under-contract');
}
