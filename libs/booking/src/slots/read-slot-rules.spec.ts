import { availableSlots } from './available-slots';
import { explainSlot } from './explain-slot';
import type { SlotInput } from './slot-input';

const MONDAY: SlotInput = {
  timeZone: 'Europe/Paris',
  weekly: [{ days: [1], start: '09:00', end: '12:00' }],
  overrides: [],
  busy: [],
  bufferBeforeMin: 0,
  bufferAfterMin: 0,
  lengthMin: 30,
  stepMin: 30,
  minNoticeMin: 0,
  maxPerDay: null,
  now: '2026-05-25T00:00:00Z',
  from: '2026-05-31T22:00:00Z',
  to: '2026-06-01T22:00:00Z',
};
const NINE = Date.parse('2026-06-01T07:00:00Z');
const hours = { start: '09:00', end: '10:00' };

const WRONG: readonly (readonly [field: string, wrong: Record<string, unknown>])[] = [
  ['timeZone', { timeZone: 'Mars/Olympus' }],
  ['timeZone', { timeZone: '' }],
  ['timeZone', { timeZone: '+02:00' }],
  ['timeZone', { timeZone: '2026-06-01T00:00[Europe/Paris]' }],
  ['timeZone', { timeZone: 7 }],
  ['lengthMin', { lengthMin: 0 }],
  ['lengthMin', { lengthMin: -30 }],
  ['lengthMin', { lengthMin: 30.5 }],
  ['lengthMin', { lengthMin: NaN }],
  ['lengthMin', { lengthMin: Infinity }],
  ['stepMin', { stepMin: 0 }],
  ['stepMin', { stepMin: -1 }],
  ['stepMin', { stepMin: '30' }],
  ['bufferBeforeMin', { bufferBeforeMin: -1 }],
  ['bufferAfterMin', { bufferAfterMin: NaN }],
  ['minNoticeMin', { minNoticeMin: -5 }],
  ['maxPerDay', { maxPerDay: -1 }],
  ['maxPerDay', { maxPerDay: 1.5 }],
  ['now', { now: NaN }],
  ['now', { now: '2026-06-01' }],
  ['from', { from: '2026-06-01T09:00:00' }],
  ['from', { from: 'tomorrow' }],
  ['to', { to: '2026-02-30T00:00:00Z' }],
  ['to', { to: '2026-06-01T24:00:00Z' }],
  ['to', { to: 1.5 }],
  ['weekly[0].days', { weekly: [{ ...hours, days: [0] }] }],
  ['weekly[0].days', { weekly: [{ ...hours, days: [8] }] }],
  ['weekly[0].start', { weekly: [{ days: [1], start: '9:00', end: '10:00' }] }],
  ['weekly[0].start', { weekly: [{ days: [1], start: '24:00', end: '10:00' }] }],
  [
    'weekly[1].end',
    {
      weekly: [
        { ...hours, days: [1] },
        { days: [1], start: '09:00', end: '24:01' },
      ],
    },
  ],
  ['weekly[0].end', { weekly: [{ days: [1], start: '09:00', end: '10:60' }] }],
  ['weekly[0].end', { weekly: [{ days: [1], start: '09:00', end: '10h30' }] }],
  ['overrides[0].date', { overrides: [{ date: '2026-02-29', windows: [] }] }],
  ['overrides[0].date', { overrides: [{ date: '01/06/2026', windows: [] }] }],
  ['overrides[0].date', { overrides: [{ date: '2026-06-01T00:00:00Z', windows: [] }] }],
  [
    'overrides[0].windows[1].end',
    { overrides: [{ date: '2026-06-01', windows: [hours, { start: '10:00', end: '' }] }] },
  ],
  ['busy[0].start', { busy: [{ start: 'soon', end: NINE }] }],
  [
    'busy[1].end',
    {
      busy: [
        { start: NINE, end: NINE },
        { start: NINE, end: NaN },
      ],
    },
  ],
  ['busy[0].booking', { busy: [{ start: NINE, end: NINE + 1, booking: 'yes' }] }],
];

test.each(WRONG)('names %s when the input is %j', (field, wrong) => {
  const input = { ...MONDAY, ...wrong } as SlotInput;
  const named = expect.objectContaining({
    name: 'RangeError',
    message: expect.stringMatching(begins(field)),
  });
  expect(thrownBy(() => availableSlots(input))).toEqual(named);
  expect(thrownBy(() => explainSlot(input, NINE))).toEqual(named);
  expect(thrownBy(() => explainSlot(input, 0))).toEqual(named);
});

test('refuses a range of more than fifty years, whose answer would fill the memory', () => {
  expect(() => availableSlots({ ...MONDAY, to: Number.MAX_SAFE_INTEGER })).toThrow(/^to must be/);
  expect(explainSlot({ ...MONDAY, to: Number.MAX_SAFE_INTEGER }, NINE)).toBeNull();
});

test('answers with no slots, not with an error, when the range is empty, reversed or at the end of time', () => {
  expect(availableSlots({ ...MONDAY, to: MONDAY.from })).toEqual([]);
  expect(availableSlots({ ...MONDAY, to: 0 })).toEqual([]);
  expect(availableSlots({ ...MONDAY, from: Number.MAX_SAFE_INTEGER })).toEqual([]);
  expect(availableSlots({ ...MONDAY, from: 8.64e15 - 1, to: 8.64e15 })).toEqual([]);
});

test('adds up the windows of several overrides of one date', () => {
  const closed = { date: '2026-06-01', windows: [] };
  const open = { date: '2026-06-01', windows: [{ start: '14:00', end: '14:30' }] };
  const late = { date: '2026-06-01', windows: [{ start: '20:00', end: '20:30' }] };
  expect(availableSlots({ ...MONDAY, overrides: [late, closed, open] })).toHaveLength(2);
});

test.each([
  ['half a minute past', NINE + 30_000],
  ['a millisecond past', NINE + 1],
  ['a fraction of a millisecond past', NINE + 0.25],
  ['nothing', NaN],
  ['text that is no time', 'nine o’clock'],
  ['something missing', undefined as unknown as number],
])('finds %s off the grid', (_what, start) => {
  expect(explainSlot(MONDAY, start)).toBe('off-grid');
});

test('finds starts at the ends of the number line too soon or too late', () => {
  expect(
    [-Infinity, -1e300, Infinity, 1e300, Number.MAX_VALUE].map((start) => explainSlot(MONDAY, start)),
  ).toEqual(['too-soon', 'too-soon', 'too-late', 'too-late', 'too-late']);
});

test('reads a start written as text', () => {
  expect(explainSlot(MONDAY, '2026-06-01T09:00:00+02:00')).toBeNull();
  expect(explainSlot(MONDAY, '2026-06-01T07:00:30Z')).toBe('off-grid');
});

test('counts towards the cap on the own start of an appointment, which its buffers may put on another date', () => {
  const busy = {
    start: '2026-05-31T21:30:00Z',
    end: '2026-05-31T23:00:00Z',
    booking: '2026-05-31T22:15:00Z',
  };
  expect(explainSlot({ ...MONDAY, maxPerDay: 1, busy: [busy] }, NINE)).toBe('day-full');
  expect(explainSlot({ ...MONDAY, maxPerDay: 1, busy: [{ ...busy, booking: true }] }, NINE)).toBeNull();
});

function begins(field: string): RegExp {
  return new RegExp(`^${field.replace(/[[\].]/g, '\\$&')} must be`);
}

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}
