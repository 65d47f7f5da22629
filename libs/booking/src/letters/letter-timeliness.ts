import { DAY, HOUR, MINUTE, type Instant } from '@visavis/kernel';
import type { LetterKind } from '../words';

/** How late after its due time a reminder still helps, in milliseconds. */
const REMINDER_GRACE = { 'reminder-24h': 6 * HOUR, 'reminder-1h': 30 * MINUTE } as const;

/** An invitation to choose another time that is older than this would only puzzle. */
const REBOOKING_GRACE = 7 * DAY;

/**
 * True when a letter has waited so long (no mail server, a restored backup) that it must not leave any more:
 * a reminder past its time, or any letter about a call that has already begun.
 */
export function isTooLate(
  letter: { readonly kind: LetterKind; readonly dueAt: Instant },
  start: Instant,
  now: Instant,
): boolean {
  switch (letter.kind) {
    case 'reminder-24h':
    case 'reminder-1h':
      return now >= start || now > letter.dueAt + REMINDER_GRACE[letter.kind];
    case 'rebooking':
      return now > letter.dueAt + REBOOKING_GRACE;
    default:
      return now >= start;
  }
}
