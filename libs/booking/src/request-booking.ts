import { DAY, MINUTE, type Instant, type TimeRange } from '@visavis/kernel';
import { refuse } from './booking-refusal';
import { horizonEnd, localDateRange, occupiedBy, slotInput, type CalendarState } from './calendar-state';
import { availableSlots } from './slots/available-slots';
import { explainSlot } from './slots/explain-slot';
import { OpeningHours } from './slots/opening-hours';

/** A booking that the rules allow, with what the database is told to check it against once more. */
export interface AllowedBooking {
  readonly range: TimeRange;
  readonly occupies: TimeRange;
  /** Version of the calendar the decision was made on. */
  readonly version: string;
  /** The cap and the supervisor's local date it counts in; null without a cap. */
  readonly cap: { readonly maxPerDay: number; readonly date: TimeRange } | null;
}

/**
 * Decides whether a start can be booked by a visitor.
 * @throws Refusal time-just-taken when only other people's appointments stand in the way, otherwise
 *   time-not-offered with the slot engine's reason; both with up to three free starts near by
 */
export function requestBooking(state: CalendarState, start: Instant, now: Instant): AllowedBooking {
  const reason = explainSlot(slotInput(state, now, now, Number.MAX_SAFE_INTEGER), start);
  if (reason !== null) {
    const alternatives = freeStartsNear(state, start, now);
    if ((reason === 'busy' || reason === 'buffer') && isTakenByOthers(state, start, now))
      throw refuse('time-just-taken', { alternatives });
    throw refuse('time-not-offered', { because: reason, alternatives });
  }
  const range = { start, end: start + state.offer.lengthMin * MINUTE };
  const { maxPerDay } = state.offer;
  return {
    range,
    occupies: occupiedBy(range, state.offer),
    version: state.version,
    cap: maxPerDay === null ? null : { maxPerDay, date: localDateRange(state.timeZone, start) },
  };
}

/**
 * Refuses what `requestBooking` refuses whoever has booked what: a start beside the grid of the opening hours.
 * @throws Refusal time-not-offered
 */
export function refuseOffGrid(state: CalendarState, start: Instant, now: Instant): void {
  const { minNoticeMin, horizonDays } = state.offer;
  const because = hoursOf(state, now).explain(
    start,
    now + minNoticeMin * MINUTE,
    horizonEnd(state.timeZone, now, horizonDays),
  );
  if (because === 'off-grid')
    throw refuse('time-not-offered', { because, alternatives: freeStartsNear(state, start, now) });
}

/** Hours as read, kept as long as the state is. */
const hours = new WeakMap<CalendarState, OpeningHours>();

function hoursOf(state: CalendarState, now: Instant): OpeningHours {
  let known = hours.get(state);
  if (known === undefined) {
    known = new OpeningHours(slotInput(state, now, now, now));
    hours.set(state, known);
  }
  return known;
}

function isTakenByOthers(state: CalendarState, start: Instant, now: Instant): boolean {
  const withoutOthers = { ...state, busy: state.blocks };
  return explainSlot(slotInput(withoutOthers, now, now, Number.MAX_SAFE_INTEGER), start) === null;
}

const ALTERNATIVES = 3;
const LOOK_AROUND = 7 * DAY;

/**
 * Up to three offered starts closest to a wish, ascending: what a refusal shows as the next step. Looks a
 * week either side of the wish, or of now when the wish lies in the past; beyond that, the first free ones.
 */
export function freeStartsNear(state: CalendarState, wish: Instant, now: Instant): Instant[] {
  const free = offeredFrom(state, now);
  const first = firstAtOrAfter(free, now + state.offer.minNoticeMin * MINUTE);
  const around = Math.max(wish, now);
  const from = Math.max(first, firstAtOrAfter(free, around - LOOK_AROUND));
  const to = firstAtOrAfter(free, around + LOOK_AROUND);
  return from < to ? closest(free, from, to, wish) : closest(free, first, free.length, wish);
}

/** The closest starts of an ascending list are neighbours in it: a window that slides while its far end is nearer. */
function closest(free: readonly Instant[], from: number, to: number, wish: Instant): Instant[] {
  let first = from;
  while (first + ALTERNATIVES < to) {
    const [nearest = 0, next = 0] = [free[first], free[first + ALTERNATIVES]];
    if (Math.abs(next - wish) >= Math.abs(nearest - wish)) break;
    first++;
  }
  return free.slice(first, Math.min(to, first + ALTERNATIVES));
}

interface Offered {
  readonly from: Instant;
  readonly to: Instant;
  readonly starts: readonly Instant[];
}

/** Everything that a state offers, kept as long as the state is: a flood of refusals asks for nothing else. */
const offered = new WeakMap<CalendarState, Offered>();

/** All starts offered from `now` on, perhaps with some that have come within the notice meanwhile. */
function offeredFrom(state: CalendarState, now: Instant): readonly Instant[] {
  const input = slotInput(state, now, now, Number.MAX_SAFE_INTEGER);
  const to = Number(input.to);
  const known = offered.get(state);
  if (known !== undefined && known.from <= now && known.to === to) return known.starts;
  const starts = availableSlots(input);
  offered.set(state, { from: now, to, starts });
  return starts;
}

/** Index of the first of an ascending list that is not before `moment`; its length when all are. */
function firstAtOrAfter(ascending: readonly Instant[], moment: Instant): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
