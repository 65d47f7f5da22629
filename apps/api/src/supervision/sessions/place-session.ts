import { occupiedBy, refuse, requestBooking, type CalendarState } from '@visavis/booking';
import { MINUTE, type Instant, type TimeRange } from '@visavis/kernel';
import type { Party } from '@visavis/supervision';
import { refuseOutsideOfFuture } from '../../booking/appointments/read-start';

/** Where in the calendar a session goes. */
export interface PlacedSession {
  readonly range: TimeRange;
  readonly occupies: TimeRange;
}

/**
 * A coach books what is offered; a supervisor may exceed the own hours, as with any appointment made by hand.
 * @throws Refusal time-not-offered, time-just-taken
 */
export function placeSession(state: CalendarState, who: Party, start: Instant, now: Instant): PlacedSession {
  if (who === 'coach') return requestBooking(state, start, now);
  refuseOutsideOfFuture(start, now);
  const range = { start, end: start + state.offer.lengthMin * MINUTE };
  const occupies = occupiedBy(range, state.offer);
  if (
    state.busy.some(({ start: from, end: to }) => Number(from) < occupies.end && occupies.start < Number(to))
  )
    throw refuse('time-just-taken');
  return { range, occupies };
}
