import { REMINDER_LEAD, type ReminderKind } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';

/** Letters about a supervision session, each to coach and supervisor. */
export const SESSION_LETTER_KINDS = [
  'session-booked',
  'session-moved',
  'session-cancelled',
  'session-reminder-24h',
  'session-reminder-1h',
] as const;
export type SessionLetterKind = (typeof SESSION_LETTER_KINDS)[number];

export const SESSION_REMINDERS = ['session-reminder-24h', 'session-reminder-1h'] as const;
export type SessionReminder = (typeof SESSION_REMINDERS)[number];

const LEAD_OF: Readonly<Record<SessionReminder, ReminderKind>> = {
  'session-reminder-24h': 'reminder-24h',
  'session-reminder-1h': 'reminder-1h',
};

/** When each reminder of a session at `start` leaves. */
export function reminderDue(kind: SessionReminder, start: Instant): Instant {
  return start - REMINDER_LEAD[LEAD_OF[kind]];
}
