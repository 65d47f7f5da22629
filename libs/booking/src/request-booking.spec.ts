import { DAY, HOUR, MINUTE, Refusal } from '@visavis/kernel';
import type { CalendarState, OfferRules } from './calendar-state';
import { freeStartsNear, requestBooking } from './request-booking';

const at = (text: string) => Date.parse(text);
/** Monday, 08:00 in Paris. */
const NOW = at('2027-01-11T07:00:00Z');
const TUESDAY_TEN = at('2027-01-12T09:00:00Z');

const OFFER: OfferRules = {
  lengthMin: 30,
  stepMin: 30,
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  minNoticeMin: 12 * 60,
  horizonDays: 60,
  maxPerDay: null,
  weekly: [{ days: [1, 2, 3, 4, 5], start: '09:00', end: '17:00' }],
};
const FREE: CalendarState = {
  version: '7',
  timeZone: 'Europe/Paris',
  offer: OFFER,
  overrides: [],
  busy: [],
  blocks: [],
};
const taken = (start: number) => ({ start, end: start + 30 * MINUTE, booking: start });

function refusalOf(
  state: CalendarState,
  start: number,
): { reason: string; because?: unknown; alternatives?: unknown } {
  try {
    requestBooking(state, start, NOW);
    return { reason: 'allowed' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { reason: error.reason, ...error.details };
  }
}

test('an offered start is allowed, with what the database must still find true', () => {
  const state = { ...FREE, offer: { ...OFFER, bufferBeforeMin: 5, bufferAfterMin: 10, maxPerDay: 2 } };
  expect(requestBooking(state, TUESDAY_TEN, NOW)).toEqual({
    range: { start: TUESDAY_TEN, end: TUESDAY_TEN + 30 * MINUTE },
    occupies: { start: TUESDAY_TEN - 5 * MINUTE, end: TUESDAY_TEN + 40 * MINUTE },
    version: '7',
    cap: { maxPerDay: 2, date: { start: at('2027-01-11T23:00:00Z'), end: at('2027-01-12T23:00:00Z') } },
  });
  expect(requestBooking(FREE, TUESDAY_TEN, NOW).cap).toBeNull();
});

test.each([
  ['yesterday', NOW - DAY, 'too-soon'],
  ['inside the notice', NOW + 11 * HOUR, 'too-soon'],
  ['beyond the horizon', at('2027-03-15T09:00:00Z'), 'too-late'],
  ['in five years', at('2032-01-12T09:00:00Z'), 'too-late'],
  ['at night', at('2027-01-12T02:00:00Z'), 'outside-hours'],
  ['reaching past the end', at('2027-01-12T15:45:00Z'), 'outside-hours'],
  ['beside the grid', TUESDAY_TEN + 30_000, 'off-grid'],
])('a start %s is not offered: %s', (_, start, because) => {
  const refusal = refusalOf(FREE, start);
  expect(refusal).toMatchObject({ reason: 'time-not-offered', because });
  expect(refusal.alternatives).toHaveLength(3);
});

test('what only other people stand in the way of is just taken', () => {
  const state = { ...FREE, busy: [taken(TUESDAY_TEN)] };
  expect(refusalOf(state, TUESDAY_TEN)).toEqual({
    reason: 'time-just-taken',
    alternatives: [TUESDAY_TEN - HOUR, TUESDAY_TEN - 30 * MINUTE, TUESDAY_TEN + 30 * MINUTE],
  });
});

test("the supervisor's own absence is not somebody who was faster", () => {
  const block = { start: TUESDAY_TEN, end: TUESDAY_TEN + HOUR };
  expect(refusalOf({ ...FREE, busy: [block], blocks: [block] }, TUESDAY_TEN)).toMatchObject({
    reason: 'time-not-offered',
    because: 'busy',
  });
});

test('a full day says so, even at a start that is taken', () => {
  const state = { ...FREE, offer: { ...OFFER, maxPerDay: 1 }, busy: [taken(TUESDAY_TEN)] };
  for (const start of [TUESDAY_TEN, TUESDAY_TEN + 2 * HOUR])
    expect(refusalOf(state, start)).toMatchObject({ reason: 'time-not-offered', because: 'day-full' });
});

test('free starts near a wish come in order, are offered, and are the first free ones when none is near', () => {
  for (const wish of [TUESDAY_TEN, at('2027-01-16T12:00:00Z'), NOW - 90 * DAY]) {
    const near = freeStartsNear(FREE, wish, NOW);
    expect(near).toEqual(near.toSorted((a, b) => a - b));
    for (const start of near) expect(refusalOf(FREE, start).reason).toBe('allowed');
  }
  const closed = {
    ...FREE,
    overrides: [] as CalendarState['overrides'],
    busy: [{ start: NOW, end: NOW + 40 * DAY }],
  };
  expect(freeStartsNear(closed, NOW + DAY, NOW)[0]).toBeGreaterThanOrEqual(NOW + 40 * DAY);
  expect(freeStartsNear({ ...FREE, offer: { ...OFFER, weekly: [] } }, TUESDAY_TEN, NOW)).toEqual([]);
});

test('free starts near a wish follow the time while the calendar stays the same', () => {
  const state = { ...FREE };
  for (let hours = 0; hours <= 30 * 24; hours += 5) {
    const now = NOW + hours * HOUR;
    expect(freeStartsNear(state, now, now)).toEqual(freeStartsNear({ ...FREE }, now, now));
    const last = freeStartsNear(state, now + 400 * DAY, now);
    expect(last).toEqual(freeStartsNear({ ...FREE }, now + 400 * DAY, now));
  }
});
