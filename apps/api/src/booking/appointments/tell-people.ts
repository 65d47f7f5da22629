import { planLetters, type LetterChange } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import type { Transaction } from '../../database/transactions';
import { insertLetters, supersedeReminders } from './appointment.repository';
import type { StoredAppointment } from './appointment.table';

/**
 * Plans the letters that a change of a discovery call asks for; anything else is nobody's affair but the
 * supervisor's. Ring the outbox's bell after the commit.
 * @param changed the appointment after the change
 */
export async function tellPeople(
  transaction: Transaction,
  practiceId: string,
  change: Extract<LetterChange, 'moved' | 'cancelled' | 'did-not-answer'>,
  changed: StoredAppointment,
  now: Instant,
): Promise<void> {
  const { intake, supervisor } = changed;
  if (changed.kind !== 'discovery-call' || intake === null) return;
  if (change !== 'did-not-answer') await supersedeReminders(transaction, practiceId, changed.id);
  const letters = planLetters(change, {
    start: changed.startsAt,
    now,
    hasVisitorAddress: intake.email !== null,
    sequence: changed.sequence,
    languages: { visitor: intake.language, supervisor: supervisor.language },
  });
  await insertLetters(transaction, practiceId, changed.id, letters, now);
}
