import * as z from 'zod';
import { missingOr } from './values';

/** A moment on the wire: ISO 8601 with offset, seconds required. */
export const instantText = z.iso.datetime({ offset: true, error: missingOr('invalid-time') });

/** A calendar date in a zone that is known otherwise: `YYYY-MM-DD`, existing in the Gregorian calendar. */
export const dateText = z.iso.date({ error: missingOr('invalid-date') });

/** "HH:MM", 00:00 to 23:59. */
export const clockText = clock(/^([01]\d|2[0-3]):[0-5]\d$/);

/** As an end also "24:00". */
export const clockEndText = clock(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);

function clock(pattern: RegExp) {
  return z.string({ error: missingOr('invalid-time') }).regex(pattern, { error: 'invalid-time' });
}
