import fc from 'fast-check';
import { explainSlot } from './explain-slot';
import { OpeningHours } from './opening-hours';
import type { PlainScenario } from './testing/brute-force-slots';
import { slotScenario } from './testing/slot-scenarios';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

test('opening hours that were read once say of every start what is said when nobody has booked anything', () => {
  fc.assert(
    fc.property(slotScenario, fc.integer({ min: 1, max: MINUTE - 1 }), (scenario, odd) => {
      const empty = { ...scenario, busy: [], maxPerDay: null };
      const hours = new OpeningHours(scenario);
      const earliest = Math.max(scenario.from, scenario.now + scenario.minNoticeMin * MINUTE);
      const starts = startsAround(scenario, odd);
      const said = starts.map((start) => `${start} ${hours.explain(start, earliest, scenario.to)}`);
      expect(said).toEqual(starts.map((start) => `${start} ${explainSlot(empty, start)}`));
    }),
    { numRuns: 200 },
  );
});

test('they follow the time: what was too far away is not, later, and what was to come is over', () => {
  const monday = Date.parse('2027-01-11T09:00:00Z');
  const hours = new OpeningHours({
    timeZone: 'UTC',
    weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], start: '09:00', end: '12:00' }],
    overrides: [],
    busy: [],
    bufferBeforeMin: 0,
    bufferAfterMin: 0,
    lengthMin: 30,
    stepMin: 30,
    minNoticeMin: 0,
    maxPerDay: null,
    now: 0,
    from: 0,
    to: 0,
  });
  const said = (now: number) => hours.explain(monday, now, now + 24 * HOUR);
  expect([monday - 30 * HOUR, monday - HOUR, monday + HOUR].map(said)).toEqual([
    'too-late',
    null,
    'too-soon',
  ]);
  expect(hours.explain(monday + MINUTE, monday - HOUR, monday + HOUR)).toBe('off-grid');
});

/** Every quarter of an hour and a moment beside it, from before the range to after it, forwards and back. */
function startsAround({ from, to }: PlainScenario, odd: number): number[] {
  const starts: number[] = [];
  for (let at = from - 3 * HOUR; at < to + 3 * HOUR; at += 15 * MINUTE) starts.push(at, at + odd);
  return [...starts, ...starts.toReversed()];
}
