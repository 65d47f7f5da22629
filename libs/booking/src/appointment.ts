import type { Instant, TimeRange } from '@visavis/kernel';
import { refuse } from './booking-refusal';
import type { AppointmentKind, AppointmentStatus, Outcome } from './words';

/** Anything that occupies a supervisor's time. Times are epoch milliseconds. */
export interface Appointment {
  readonly id: string;
  readonly supervisorId: string;
  readonly kind: AppointmentKind;
  readonly status: AppointmentStatus;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** With the buffers, fixed when it was made. */
  readonly occupiesFrom: Instant;
  readonly occupiesTo: Instant;
  /** iCalendar SEQUENCE: +1 at every change that calendars must learn. */
  readonly sequence: number;
  readonly outcome: Outcome | null;
}

/**
 * The same appointment at another time: id and calendar UID stay, the buffers keep their lengths.
 * @throws Refusal already-cancelled, already-started
 */
export function moveAppointment(appointment: Appointment, to: TimeRange, now: Instant): Appointment {
  mayStillChange(appointment, now);
  return {
    ...appointment,
    startsAt: to.start,
    endsAt: to.end,
    occupiesFrom: to.start - (appointment.startsAt - appointment.occupiesFrom),
    occupiesTo: to.end + (appointment.occupiesTo - appointment.endsAt),
    sequence: appointment.sequence + 1,
  };
}

/**
 * @throws Refusal already-cancelled (callers for whom that is success look at the status first),
 *   already-started
 */
export function cancelAppointment(appointment: Appointment, now: Instant): Appointment {
  mayStillChange(appointment, now);
  return { ...appointment, status: 'cancelled', sequence: appointment.sequence + 1 };
}

/**
 * What came of a call; null takes a recorded outcome back. Never before the start.
 * @throws Refusal already-cancelled, not-started-yet
 */
export function recordOutcome(appointment: Appointment, outcome: Outcome | null, now: Instant): Appointment {
  if (appointment.status === 'cancelled') throw refuse('already-cancelled');
  if (now < appointment.startsAt) throw refuse('not-started-yet');
  if (outcome === null) return { ...appointment, outcome, status: 'done' };
  return { ...appointment, outcome, status: outcome === 'did-not-answer' ? 'no-show' : 'done' };
}

/** True while its people may still move or cancel it: booked, and not begun. */
export function canChange(appointment: Pick<Appointment, 'status' | 'startsAt'>, now: Instant): boolean {
  return appointment.status === 'booked' && now < appointment.startsAt;
}

function mayStillChange(appointment: Appointment, now: Instant): void {
  if (appointment.status === 'cancelled') throw refuse('already-cancelled');
  if (!canChange(appointment, now)) throw refuse('already-started');
}
