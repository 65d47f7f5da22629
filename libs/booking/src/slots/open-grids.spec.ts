import { availableSlots } from './available-slots';
import { explainSlot } from './explain-slot';
import type { SlotInput } from './slot-input';
import { BruteForceSlots, type PlainScenario } from './testing/brute-force-slots';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Never closed, in a zone without clock changes. 2026-06-01 is a Monday. */
const ALWAYS_OPEN: PlainScenario = {
  timeZone: 'UTC',
  weekly: [{ days: EVERY_DAY, start: '00:00', end: '24:00' }],
  overrides: [],
  busy: [],
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  lengthMin: 30,
  stepMin: 50,
  minNoticeMin: 0,
  maxPerDay: null,
  now: Date.parse('2026-01-01T00:00:00Z'),
  from: Date.parse('2026-06-01T00:00:00Z'),
  to: Date.parse('2026-06-09T00:00:00Z'),
};

test('who never closes gets a grid that begins anew each Monday, whatever range is asked for', () => {
  const week = availableSlots(ALWAYS_OPEN);
  const monday = Date.parse('2026-06-08T00:00:00Z');
  expect(week.slice(0, 2)).toEqual([ALWAYS_OPEN.from, ALWAYS_OPEN.from + 50 * 60_000]);
  expect(week).toContain(monday);
  for (const later of [1, DAY - 1, 3 * DAY, 7 * DAY]) {
    const from = ALWAYS_OPEN.from + later;
    expect(availableSlots({ ...ALWAYS_OPEN, from })).toEqual(week.filter((start) => start >= from));
  }
  expect(availableSlots({ ...ALWAYS_OPEN, from: monday - DAY })).toEqual(
    new BruteForceSlots({ ...ALWAYS_OPEN, from: monday - DAY }).starts(),
  );
});

test('a stretch of several days keeps the grid of its first window, seen from any of its days', () => {
  const overrides = [{ date: '2026-06-01', windows: [] }]; // Monday closed, so open from Tuesday on
  const input = {
    ...ALWAYS_OPEN,
    overrides,
    from: Date.parse('2026-06-13T10:00:00Z'),
    to: Date.parse('2026-06-15T00:00:00Z'),
  };
  const tuesday = Date.parse('2026-06-02T00:00:00Z');
  expect(availableSlots(input).every((start) => (start - tuesday) % (50 * 60_000) === 0)).toBe(true);
  expect(availableSlots(input)).toEqual(new BruteForceSlots(input).starts());
});

test('a slot may be longer than a day', () => {
  const input = { ...ALWAYS_OPEN, lengthMin: 3 * 1440, stepMin: 720 };
  expect(availableSlots(input)).toHaveLength(16);
  const closed = { ...input, overrides: [{ date: '2026-06-06', windows: [] }] };
  expect(availableSlots(closed).map((start) => (start - input.from) / DAY)).toEqual([
    0, 0.5, 1, 1.5, 2, 6, 6.5, 7, 7.5,
  ]);
});

/** On 2010-11-07 in St. John's, Sunday lasts one minute (from 02:30Z), then it is Saturday 23:01 again for an hour. */
const ST_JOHNS: PlainScenario = {
  ...ALWAYS_OPEN,
  timeZone: 'America/St_Johns',
  weekly: [{ days: [7], start: '00:00', end: '02:00' }],
  stepMin: 15,
  now: Date.parse('2010-10-01T00:00:00Z'),
  from: Date.parse('2010-11-06T20:00:00Z'),
  to: Date.parse('2010-11-07T12:00:00Z'),
};

test('a closed Saturday stays closed when the clocks go back from Sunday into it', () => {
  const input = { ...ST_JOHNS, overrides: [{ date: '2010-11-06', windows: [] }] };
  const again = Date.parse('2010-11-07T03:00:00Z');
  expect(explainSlot(ST_JOHNS, again)).toBeNull();
  expect(explainSlot(input, again)).toBe('closed-date');
  expect(availableSlots(input).map(iso)).toEqual(new BruteForceSlots(input).starts().map(iso));
});

test('the window of Sunday is found from the hour that is Saturday once more', () => {
  const input: SlotInput = {
    ...ST_JOHNS,
    from: '2010-11-07T02:45:00Z',
    to: '2010-11-07T03:00:00Z',
    lengthMin: 5,
  };
  expect(availableSlots(input).map(iso)).toEqual(['2010-11-07T02:45:00.000Z']);
});

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
