import { HOUR, MINUTE } from '@visavis/kernel';
import { aContent } from '../testing/a-content';
import { refusalOf } from '../testing/refusal-of';
import { costOfCancelling, freeUntil, settle } from './session-cost';

const START = Date.parse('2027-02-10T09:00:00Z');
const SESSION = { start: START, end: START + 90 * MINUTE };
const FREE_UNTIL = START - 48 * HOUR;

const perSession = (over: object = {}, cancellation: object = {}) =>
  aContent({
    fees: { amountCents: 15_000, unit: 'session', ...over },
    format: { term: { kind: 'fixed', endsOn: '2027-12-31' } },
    cancellation,
  });

test('cancelling is free up to the last moment of the notice, and not a millisecond later', () => {
  expect(freeUntil(perSession(), SESSION)).toBe(FREE_UNTIL);
  expect(costOfCancelling(perSession(), SESSION, 'coach', FREE_UNTIL)).toMatchObject({
    outcome: 'cancelled-in-time',
    totalCents: 0,
    settledBy: 'nothing',
    billedMinutes: 0,
  });
  expect(costOfCancelling(perSession(), SESSION, 'coach', FREE_UNTIL + 1)).toMatchObject({
    outcome: 'cancelled-late',
    totalCents: 15_000,
    settledBy: 'invoice',
  });
});

test('a late cancellation is billed and counts for no supervision: two figures', () => {
  expect(costOfCancelling(perSession(), SESSION, 'coach', START - 1)).toMatchObject({
    billedMinutes: 90,
    supervisionMinutes: 0,
    minutesUsed: 0,
  });
});

test('the supervisor’s own cancellation costs the coach nothing, however late', () => {
  expect(costOfCancelling(aContent(), SESSION, 'supervisor', START - 1)).toMatchObject({
    outcome: 'cancelled-by-supervisor',
    totalCents: 0,
    minutesUsed: 0,
  });
});

test('what has begun is not cancelled', () => {
  expect(refusalOf(() => costOfCancelling(aContent(), SESSION, 'coach', START))).toBe('session-over');
});

test.each([
  [15_000, 50, 2000, 7500, 1500],
  [9999, 50, 2000, 5000, 1000], // 4999.5 → 5000
  [9999, 33, 2000, 3300, 660], // 3299.67 → 3300
  [3333, 30, 2000, 1000, 200], // 999.9 → 1000
  [12_345, 100, 850, 12_345, 1049], // 1049.325 → 1049
  [1, 49, 2000, 0, 0],
  [1, 50, 2000, 1, 0], // 0.5 → 1; VAT 0.2 → 0
])('%d cents at %d %% with VAT %d: %d + %d', (amountCents, latePercent, rateBp, netCents, vatCents) => {
  const terms = perSession({ amountCents, vat: { mode: 'charged', rateBp } }, { latePercent });
  expect(costOfCancelling(terms, SESSION, 'coach', START - 1)).toMatchObject({
    netCents,
    vatCents,
    totalCents: netCents + vatCents,
  });
});

test('without VAT there is none', () => {
  for (const mode of ['franchise-293b', 'reverse-charge', 'not-applicable'] as const)
    expect(settle(perSession({ vat: { mode, rateBp: null } }), SESSION, 'no-show').vatCents).toBe(0);
});

test('a missed session pays the share for absence', () => {
  const terms = perSession({}, { latePercent: 50, noShowPercent: 80 });
  expect(settle(terms, SESSION, 'no-show')).toMatchObject({
    netCents: 12_000,
    billedMinutes: 72,
    supervisionMinutes: 0,
  });
});

describe('of a package', () => {
  test('a late cancellation uses its minutes up and bills nothing besides', () => {
    expect(costOfCancelling(aContent(), SESSION, 'coach', START - 1)).toMatchObject({
      settledBy: 'package',
      netCents: 15_000,
      minutesUsed: 90,
      billedMinutes: 90,
      supervisionMinutes: 0,
    });
  });

  test('a share of its minutes is rounded down, in the coach’s favour', () => {
    const terms = aContent({ cancellation: { latePercent: 33 }, fees: { amountCents: 100_000 } });
    expect(costOfCancelling(terms, SESSION, 'coach', START - 1)).toMatchObject({
      minutesUsed: 29, // 29.7
      netCents: 3222, // 100,000 × 29 / 900 = 3,222.2
    });
  });

  test('that is paid session by session, a late one is invoiced and keeps its minutes', () => {
    const terms = aContent({ fees: { unit: 'session', amountCents: 15_000 } });
    expect(costOfCancelling(terms, SESSION, 'coach', START - 1)).toMatchObject({
      settledBy: 'invoice',
      minutesUsed: 0,
      netCents: 15_000,
    });
  });
});

test('what took place counts as long as it lasted', () => {
  expect(settle(aContent(), SESSION, 'took-place')).toMatchObject({
    supervisionMinutes: 90,
    minutesUsed: 90,
  });
  expect(settle(aContent(), SESSION, 'took-place', 75)).toMatchObject({
    supervisionMinutes: 75,
    billedMinutes: 75,
    minutesUsed: 75,
  });
  expect(settle(perSession(), SESSION, 'took-place', 75)).toMatchObject({ netCents: 15_000, minutesUsed: 0 });
});
