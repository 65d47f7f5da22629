import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { DEMO_ACCOUNTS, DEMO_BLOCKS, DEMO_HOURS } from './demo-content.ts';
import { demoBegin, NOTED_AFTER, planDemoCalls, type DemoCall } from './plan-demo-calls.ts';
import { planDemoStops, remindersOf } from './plan-demo-stops.ts';

const HALF_AN_HOUR = 30 * 60_000;
const DAY = 24 * 3_600_000;
const PARIS = 'Europe/Paris';
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** All hours of a week that begins on this Monday, on the clocks of Paris. */
function hoursOf(monday: string, weekday: number): number[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const date = Temporal.PlainDate.from(monday).add({ days: weekday });
    return date.toZonedDateTime({ timeZone: PARIS, plainTime: { hour, minute: 20 } }).epochMilliseconds;
  });
}

/** Also the weeks in which clocks change, in Paris and in Montréal. */
const MONDAYS = ['2026-11-23', '2027-03-08', '2027-03-22', '2027-10-25', '2027-11-01', '2028-12-25'];

function local(moment: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone);
}

function weekOf(now: number, ahead: number): { from: number; to: number } {
  const today = local(now, PARIS).toPlainDate();
  const monday = today.add({ days: 1 - today.dayOfWeek + 7 * ahead });
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime(PARIS).epochMilliseconds;
  return { from: at(monday), to: at(monday.add({ days: 7 })) };
}

function inWeek(calls: readonly DemoCall[], now: number, ahead: number): DemoCall[] {
  const { from, to } = weekOf(now, ahead);
  return calls.filter(({ start }) => start >= from && start < to);
}

describe('the calls of the demo', () => {
  for (const [index, weekday] of WEEKDAYS.entries())
    it(`fill this week and the next for whoever starts on a ${weekday}, at any hour`, () => {
      for (const now of MONDAYS.flatMap((monday) => hoursOf(monday, index))) {
        const calls = planDemoCalls(now).filter((call) => call.with === DEMO_ACCOUNTS[0].slug);
        const at = new Date(now).toISOString();
        assert.equal(inWeek(calls, now, 0).length, 7, `this week of ${at}`);
        assert.equal(inWeek(calls, now, 1).length, 7, `next week of ${at}`);
        const over = calls.filter(({ start }) => start + HALF_AN_HOUR <= now);
        assert.ok(over.length >= 6, `too few are over at ${at}`);
        const toBeNoted = over.filter(({ outcome }) => outcome === null);
        assert.ok(
          toBeNoted.length >= 1 && toBeNoted.length <= 2,
          `${toBeNoted.length} wait for a note at ${at}`,
        );
        assert.ok(new Set(over.map(({ outcome }) => outcome)).size >= 3, `outcomes of ${at}`);
        const wentWell = over.filter(({ outcome }) => outcome === 'went-well');
        assert.ok(wentWell.length > 0 && wentWell.every(({ byHand }) => !byHand), 'somebody can be invited');
      }
    });

  it('are booked before they begin, with notice, and are noted only after they ended', () => {
    for (const now of MONDAYS.flatMap((monday) => WEEKDAYS.flatMap((_, index) => hoursOf(monday, index))))
      for (const { start, bookedAt, outcome } of planDemoCalls(now)) {
        assert.ok(bookedAt >= demoBegin(now) && bookedAt < now, new Date(now).toISOString());
        assert.ok(start - bookedAt >= DAY, new Date(now).toISOString());
        if (outcome !== null) assert.ok(start + NOTED_AFTER <= now);
      }
  });

  it('lie in the hours of their supervisors unless written down by hand, and meet neither blocks nor each other', () => {
    const zones = new Map<string, string>(DEMO_ACCOUNTS.map(({ slug, timeZone }) => [slug, timeZone]));
    for (const now of MONDAYS.flatMap((monday) => hoursOf(monday, 4)))
      for (const { with: slug, start, byHand } of planDemoCalls(now)) {
        const begin = local(start, zones.get(slug) ?? PARIS);
        const within = (window: { days: readonly number[]; start: string; end: string }) =>
          window.days.includes(begin.dayOfWeek) &&
          clock(begin) >= window.start &&
          clock(begin, 30) <= window.end;
        if (!byHand) assert.ok(DEMO_HOURS[slug].discoveryCall.some(within), begin.toString());
        const meets = (block: { days: readonly number[]; start: string; end: string }) =>
          block.days.includes(begin.dayOfWeek) && clock(begin) < block.end && clock(begin, 40) > block.start;
        assert.ok(!DEMO_BLOCKS[slug].some(meets), begin.toString());
      }
  });

  it('are those of different people', () => {
    const names = planDemoCalls(hoursOf('2026-11-23', 0)[8] ?? 0).map(({ person }) => person);
    for (const key of ['email', 'phone', 'lastName'] as const)
      assert.equal(new Set(names.map((person) => person[key])).size, names.length, key);
  });
});

describe('the stops of the demo’s clock', () => {
  it('book and note every call at its time, and leave no reminder behind', () => {
    for (const now of MONDAYS.flatMap((monday) => WEEKDAYS.flatMap((_, index) => hoursOf(monday, index)))) {
      const calls = planDemoCalls(now);
      const stops = planDemoStops(calls, now);
      assert.deepEqual(
        stops.map(({ at }) => at),
        stops.map(({ at }) => at).toSorted((one, other) => one - other),
      );
      assert.ok(stops.every(({ at }) => at <= now));
      assert.equal(stops.flatMap(({ books }) => books).length, calls.length);
      assert.equal(
        stops.flatMap(({ notes }) => notes).length,
        calls.filter(({ outcome }) => outcome !== null).length,
      );
      for (const { from, to } of calls.flatMap(remindersOf).filter((window) => window.to <= now))
        assert.ok(
          stops.some(({ at }) => at >= from && at <= to),
          new Date(from).toISOString(),
        );
    }
  });
});

function clock(moment: Temporal.ZonedDateTime, later = 0): string {
  return moment.add({ minutes: later }).toPlainTime().toString({ smallestUnit: 'minute' });
}
