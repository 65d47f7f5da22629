import type { WeekAppointment } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import { OFFER_WORDS } from './booking-words';

/** Whom or what an appointment is with, for the eye. */
export function nameOf(
  appointment: Pick<WeekAppointment, 'kind' | 'title' | 'session' | 'firstName' | 'lastName'>,
): string {
  if (appointment.kind === 'block') return appointment.title ?? $localize`Temps bloqué`;
  if (appointment.session !== null) return appointment.session.coach;
  const name = [appointment.firstName, appointment.lastName].filter(Boolean).join(' ');
  return name || $localize`Personne effacée`;
}

export function kindWords(appointment: Pick<WeekAppointment, 'kind'>): string {
  return appointment.kind === 'block' ? $localize`Temps bloqué` : OFFER_WORDS[appointment.kind];
}

/** Booked and not begun: its time may still change. A session's changes under its contract, where its cost is shown. */
export function isMovable(
  { kind, status, start }: Pick<WeekAppointment, 'kind' | 'status' | 'start'>,
  now: Instant,
): boolean {
  return kind !== 'session' && status === 'booked' && start > now;
}
