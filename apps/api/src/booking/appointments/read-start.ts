import { refuse } from '@visavis/booking';
import { DAY, MINUTE, type Instant } from '@visavis/kernel';
import { malformed } from '../../http/shape';

/** A date further away than this is a slip of the finger. */
const LATEST = 2 * 366 * DAY;

/** @throws Refusal malformed unless it is a whole minute */
export function readMinute(field: string, text: string): Instant {
  const moment = Date.parse(text);
  if (moment % MINUTE !== 0) throw malformed([{ field, code: 'invalid-time' }]);
  return moment;
}

/**
 * A supervisor may leave the own hours, grid, notice and cap, but not the future.
 * @throws Refusal time-not-offered
 */
export function refuseOutsideOfFuture(start: Instant, now: Instant): void {
  if (start <= now) throw refuse('time-not-offered', { because: 'too-soon' });
  if (start > now + LATEST) throw refuse('time-not-offered', { because: 'too-late' });
}
