import * as fc from 'fast-check';
import { aContent } from '../testing/a-content';
import { refusalOf } from '../testing/refusal-of';
import {
  correctMinutes,
  EMPTY_LEDGER,
  grantMinutes,
  ledgerTotals,
  minutesLeft,
  minutesOfVersion,
  reserveMinutes,
  settleMinutes,
  type LedgerEntry,
  type LedgerHead,
} from './ledger';

const head = (entries: readonly LedgerEntry[]): LedgerHead => entries.at(-1) ?? EMPTY_LEDGER;
const granted = grantMinutes(EMPTY_LEDGER, 180, 'Forfait');
const reserved = [...granted, ...reserveMinutes(head(granted), 's1', 90, true)];
const HELD = { minutesUsed: 90, supervisionMinutes: 90 };

test('a package grants, a booking reserves', () => {
  expect(reserved).toMatchObject([
    { seq: 1, kind: 'granted', change: 180, balanceAfter: 180, note: 'Forfait' },
    { seq: 2, kind: 'reserved', change: -90, balanceAfter: 90, sessionId: 's1' },
  ]);
});

test('the last minutes are reserved once', () => {
  const last = [...reserved, ...reserveMinutes(head(reserved), 's2', 90, true)];
  expect(head(last).balanceAfter).toBe(0);
  expect(refusalOf(() => reserveMinutes(head(last), 's3', 1, true))).toBe('not-enough-minutes');
});

test('what took place is consumed and counts', () => {
  const after = [...reserved, ...settleMinutes(head(reserved), 's1', 90, HELD, true)];
  expect(after.at(-1)).toMatchObject({
    kind: 'consumed',
    minutes: 90,
    supervisionMinutes: 90,
    balanceAfter: 90,
  });
  expect(ledgerTotals(after)).toEqual({ granted: 180, reserved: 0, supervisionMinutes: 90, balance: 90 });
});

test('a shorter session gives the rest back, a longer one takes more', () => {
  const shorter = settleMinutes(head(reserved), 's1', 90, { minutesUsed: 60, supervisionMinutes: 60 }, true);
  expect(shorter).toMatchObject([
    { kind: 'consumed', minutes: 60, balanceAfter: 90 },
    { kind: 'released', minutes: 30, balanceAfter: 120 },
  ]);
  const longer = settleMinutes(head(reserved), 's1', 90, { minutesUsed: 120, supervisionMinutes: 120 }, true);
  expect(longer).toMatchObject([
    { seq: 3, kind: 'reserved', minutes: 30, balanceAfter: 60 },
    { seq: 4, kind: 'consumed', minutes: 120, balanceAfter: 60 },
  ]);
  const tooLong = { minutesUsed: 181, supervisionMinutes: 181 };
  expect(refusalOf(() => settleMinutes(head(reserved), 's1', 90, tooLong, true))).toBe('not-enough-minutes');
});

test('a late cancellation of a package uses minutes up and counts none', () => {
  const after = settleMinutes(head(reserved), 's1', 90, { minutesUsed: 90, supervisionMinutes: 0 }, true);
  expect(after).toMatchObject([{ kind: 'consumed', minutes: 90, supervisionMinutes: 0 }]);
  expect(ledgerTotals([...reserved, ...after]).supervisionMinutes).toBe(0);
});

test('one in time gives everything back', () => {
  const after = settleMinutes(head(reserved), 's1', 90, { minutesUsed: 0, supervisionMinutes: 0 }, true);
  expect(after).toMatchObject([{ kind: 'released', minutes: 90, balanceAfter: 180 }]);
});

test('a session settles once: without a reservation there is nothing to settle', () => {
  expect(refusalOf(() => settleMinutes(head(reserved), 's1', 0, HELD, true))).toBe('ledger-mismatch');
});

test('without a package a booking grants what it reserves, and uses what was given back first', () => {
  const first = reserveMinutes(EMPTY_LEDGER, 's1', 90, false);
  expect(first.map(({ kind, balanceAfter }) => [kind, balanceAfter])).toEqual([
    ['granted', 90],
    ['reserved', 0],
  ]);
  const cancelled = settleMinutes(head(first), 's1', 90, { minutesUsed: 0, supervisionMinutes: 0 }, false);
  const second = reserveMinutes(head(cancelled), 's2', 120, false);
  expect(second).toMatchObject([
    { kind: 'granted', minutes: 30 },
    { kind: 'reserved', balanceAfter: 0 },
  ]);
  const held = { minutesUsed: 0, supervisionMinutes: 120 };
  expect(settleMinutes(head(second), 's2', 120, held, false)).toMatchObject([
    { kind: 'consumed', minutes: 120, supervisionMinutes: 120, balanceAfter: 0 },
  ]);
});

describe('a version that comes into force', () => {
  const packageOf = (minutes: number) =>
    aContent({ format: { term: { kind: 'package', minutes, validMonths: 12 } } });
  const fixed = aContent({ format: { term: { kind: 'fixed', endsOn: '2027-12-31' } } });

  test('grants its package, and an amendment the difference', () => {
    expect(minutesOfVersion(EMPTY_LEDGER, null, packageOf(900))).toMatchObject([
      { kind: 'granted', minutes: 900, balanceAfter: 900 },
    ]);
    expect(minutesOfVersion(head(reserved), packageOf(180), packageOf(270))).toMatchObject([
      { seq: 3, kind: 'granted', minutes: 90, balanceAfter: 180 },
    ]);
    expect(minutesOfVersion(head(reserved), packageOf(180), packageOf(180))).toEqual([]);
  });

  test('takes back only what is free', () => {
    expect(minutesOfVersion(head(reserved), packageOf(180), packageOf(120))).toMatchObject([
      { kind: 'corrected', change: -60, balanceAfter: 30 },
    ]);
    expect(minutesOfVersion(head(reserved), packageOf(180), packageOf(30))).toMatchObject([
      { kind: 'corrected', change: -90, balanceAfter: 0 },
    ]);
  });

  test('without a package grants nothing and never runs out', () => {
    expect(minutesOfVersion(EMPTY_LEDGER, null, fixed)).toEqual([]);
    expect(minutesLeft(fixed, head(reserved))).toBeNull();
    expect(minutesLeft(packageOf(180), head(reserved))).toBe(90);
  });
});

test('a correction is a line of its own, and leaves no debt', () => {
  const correction = { change: -15, supervisionMinutes: 15, sessionId: 's1', note: 'Durée réelle' };
  expect(correctMinutes(head(reserved), correction)).toMatchObject([
    { seq: 3, kind: 'corrected', minutes: 15, change: -15, supervisionMinutes: 15, balanceAfter: 75 },
  ]);
  expect(refusalOf(() => correctMinutes(head(reserved), { ...correction, change: -91 }))).toBe(
    'not-enough-minutes',
  );
});

test('whatever happens, the balance is never negative, numbers have no gap, and every minute is somewhere', () => {
  const act = fc.oneof(
    fc.record({ act: fc.constant('grant' as const), minutes: fc.integer({ min: 1, max: 300 }) }),
    fc.record({ act: fc.constant('reserve' as const), minutes: fc.integer({ min: 1, max: 120 }) }),
    fc.record({
      act: fc.constant('settle' as const),
      minutes: fc.integer({ min: 0, max: 150 }),
      counts: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      const entries: LedgerEntry[] = [];
      const held = new Map<string, number>();
      for (const [index, step] of acts.entries()) {
        refusalOf(() => {
          if (step.act === 'grant') entries.push(...grantMinutes(head(entries), step.minutes));
          if (step.act === 'reserve') {
            entries.push(...reserveMinutes(head(entries), `s${index}`, step.minutes, true));
            held.set(`s${index}`, step.minutes);
          }
          const [oldest] = held;
          if (step.act === 'settle' && oldest !== undefined) {
            const settled = { minutesUsed: step.minutes, supervisionMinutes: step.counts ? step.minutes : 0 };
            entries.push(...settleMinutes(head(entries), oldest[0], oldest[1], settled, true));
            held.delete(oldest[0]);
          }
        });
      }
      expect(entries.every(({ balanceAfter }) => balanceAfter >= 0)).toBe(true);
      expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, at) => at + 1));
      const totals = ledgerTotals(entries);
      const consumed = entries
        .filter(({ kind }) => kind === 'consumed')
        .reduce((sum, { minutes }) => sum + minutes, 0);
      expect(totals.reserved).toBe([...held.values()].reduce((sum, minutes) => sum + minutes, 0));
      expect(totals.balance + totals.reserved + consumed).toBe(totals.granted);
    }),
  );
});
