import fc from 'fast-check';
import type { PlainScenario } from './brute-force-slots';

/** Moments at which zones do what naive code does not expect, and a few at which nothing happens. */
const TROUBLE: readonly (readonly [string, string])[] = [
  ['UTC', '2026-06-01T12:00:00Z'],
  ['Asia/Kathmandu', '2026-01-01T00:00:00Z'],
  ['Europe/Paris', '2026-03-29T01:00:00Z'],
  ['Europe/Paris', '2026-10-25T01:00:00Z'],
  ['America/New_York', '2026-11-01T06:00:00Z'],
  ['America/Havana', '2026-03-08T05:00:00Z'], // midnight does not exist
  ['America/Havana', '2026-11-01T05:00:00Z'], // midnight comes twice
  ['America/Sao_Paulo', '2018-11-04T03:00:00Z'],
  ['America/Sao_Paulo', '2018-02-18T02:00:00Z'],
  ['America/St_Johns', '2010-11-07T02:31:00Z'], // back over midnight, one minute after it
  ['America/Nuuk', '2026-03-29T01:00:00Z'], // the gap ends at midnight
  ['Antarctica/Troll', '2026-03-29T01:00:00Z'], // two hours
  ['Antarctica/Casey', '2011-10-27T18:00:00Z'], // three hours back
  ['Australia/Lord_Howe', '2026-10-03T15:30:00Z'], // half an hour
  ['Australia/Lord_Howe', '2026-04-04T15:00:00Z'],
  ['Pacific/Chatham', '2026-09-26T14:00:00Z'],
  ['Africa/Casablanca', '2026-02-15T02:00:00Z'], // follows the moon
  ['Africa/Casablanca', '2026-03-22T02:00:00Z'],
  ['Africa/Cairo', '2026-04-23T22:00:00Z'], // from midnight to one
  ['Asia/Almaty', '2024-02-29T18:00:00Z'], // for good
  ['Asia/Pyongyang', '2018-05-04T15:00:00Z'], // 23:30 to midnight
  ['America/Caracas', '2016-05-01T07:00:00Z'],
  ['Pacific/Apia', '2011-12-30T10:00:00Z'], // Friday is left out
  ['Pacific/Kwajalein', '1993-08-21T12:00:00Z'], // Saturday is left out
];

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Scenarios of a few days around one of those moments. */
export const slotScenario: fc.Arbitrary<PlainScenario> = fc
  .record({
    trouble: fc.constantFrom(...TROUBLE),
    fromAfter: duration(-2 * DAY, DAY),
    range: fc.oneof(
      { weight: 9, arbitrary: duration(6 * HOUR, 60 * HOUR) },
      { weight: 1, arbitrary: fc.constant(-HOUR) },
    ),
    nowBefore: duration(-6 * HOUR, 3 * DAY),
    weekly: fc.oneof(
      { weight: 12, arbitrary: fc.array(weeklyWindow(), { minLength: 1, maxLength: 4 }) },
      { weight: 1, arbitrary: always() },
    ),
    overrides: fc.array(override(), { maxLength: 3 }),
    busy: fc.array(engagement(), { maxLength: 6 }),
    bufferBeforeMin: fc.constantFrom(0, 0, 5, 15, 60),
    bufferAfterMin: fc.constantFrom(0, 0, 10, 30),
    lengthMin: fc.constantFrom(1, 15, 20, 30, 30, 45, 50, 60, 90, 150),
    stepMin: fc.constantFrom(5, 15, 20, 30, 45, 50, 60, 90, 100),
    minNoticeMin: fc.constantFrom(0, 0, 30, 1440),
    maxPerDay: fc.constantFrom(null, null, null, 0, 1, 2, 3),
  })
  .map(({ trouble: [timeZone, moment], fromAfter, range, nowBefore, overrides, busy, ...rest }) => {
    const centre = Date.parse(moment);
    const from = centre + fromAfter;
    const dates = overrides.map(({ daysAway, windows }) => ({
      date: isoDate(centre + daysAway * DAY),
      windows,
    }));
    const near = busy.map(({ after, lasts, bookingAfter }) => {
      const start = from + after;
      const booking = bookingAfter === 'start' ? (true as const) : start + (bookingAfter ?? 0);
      return { start, end: start + lasts, ...(bookingAfter === null ? {} : { booking }) };
    });
    return { ...rest, timeZone, overrides: dates, busy: near, now: from - nowBefore, from, to: from + range };
  });

/** Mostly whole quarters of an hour, sometimes odd milliseconds. */
function duration(least: number, most: number): fc.Arbitrary<number> {
  const quarters = fc.integer({
    min: Math.ceil(least / (15 * MINUTE)),
    max: Math.floor(most / (15 * MINUTE)),
  });
  return fc.oneof(
    { weight: 4, arbitrary: quarters.map((quarter) => quarter * 15 * MINUTE) },
    { weight: 1, arbitrary: fc.integer({ min: least, max: most }) },
  );
}

function clock(last: number): fc.Arbitrary<string> {
  return fc
    .oneof(
      fc.constantFrom(0, 30, 60, 540, last),
      fc.integer({ min: 0, max: Math.floor(last / 15) }).map((n) => n * 15),
    )
    .map((minutes) => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`);
}

function hours() {
  return fc.record({ start: clock(1439), end: clock(1440) });
}

function weeklyWindow() {
  const days = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 2 });
  return fc.tuple(days, hours()).map(([on, window]) => ({ days: on, ...window }));
}

function always() {
  return fc
    .constantFrom('24:00', '00:00')
    .map((end) => [{ days: [1, 2, 3, 4, 5, 6, 7], start: '00:00', end }]);
}

function override() {
  return fc.record({
    daysAway: fc.integer({ min: -3, max: 3 }),
    windows: fc.array(hours(), { maxLength: 2 }),
  });
}

function engagement() {
  return fc.record({
    after: duration(-DAY, 60 * HOUR),
    lasts: fc.oneof(
      { weight: 8, arbitrary: duration(0, 4 * HOUR) },
      { weight: 1, arbitrary: duration(-HOUR, DAY) },
    ),
    bookingAfter: fc.oneof(
      fc.constant(null),
      fc.constant<'start'>('start'),
      fc.integer({ min: 0, max: 4 }).map((n) => n * 15 * MINUTE),
    ),
  });
}

function isoDate(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
