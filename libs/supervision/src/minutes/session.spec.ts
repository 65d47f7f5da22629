import { HOUR, MINUTE } from '@visavis/kernel';
import { aContent } from '../testing/a-content';
import { refusalOf } from '../testing/refusal-of';
import { cancelSession, mayMoveSession, moveSession, sessionSeries, type Session } from './session';

const START = Date.parse('2027-02-10T09:00:00Z');
const SESSION: Session = { id: 's1', state: 'planned', start: START, end: START + 90 * MINUTE };
const TERMS = aContent();
const IN_TIME = START - 48 * HOUR;
const FREE = { totalCents: 0, minutesUsed: 0 };

test('cancelling needs the cost that was shown', () => {
  const { session, settlement } = cancelSession(SESSION, TERMS, 'coach', FREE, IN_TIME);
  expect(session.state).toBe('cancelled-in-time');
  expect(settlement.minutesUsed).toBe(0);
  expect(refusalOf(() => cancelSession(SESSION, TERMS, 'coach', FREE, IN_TIME + 1))).toBe('cost-changed');
  const shown = { totalCents: 15_000, minutesUsed: 90 };
  for (const other of [{ totalCents: 14_999 }, { minutesUsed: 89 }])
    expect(refusalOf(() => cancelSession(SESSION, TERMS, 'coach', { ...shown, ...other }, IN_TIME + 1))).toBe(
      'cost-changed',
    );
  expect(cancelSession(SESSION, TERMS, 'coach', shown, IN_TIME + 1).session.state).toBe('cancelled-late');
});

test('a session is cancelled once, and before it starts', () => {
  const cancelled = { ...SESSION, state: 'cancelled-late' } as const;
  expect(refusalOf(() => cancelSession(cancelled, TERMS, 'coach', FREE, IN_TIME))).toBe('wrong-state');
  expect(refusalOf(() => cancelSession(SESSION, TERMS, 'supervisor', FREE, START))).toBe('session-over');
});

test('the coach moves a session while cancelling is free, the supervisor until it starts', () => {
  const to = { start: START + 24 * HOUR, end: START + 24 * HOUR + 90 * MINUTE };
  expect(moveSession(SESSION, to, TERMS, 'coach', IN_TIME)).toEqual({ ...SESSION, ...to });
  expect(refusalOf(() => moveSession(SESSION, to, TERMS, 'coach', IN_TIME + 1))).toBe('too-late-to-move');
  expect(moveSession(SESSION, to, TERMS, 'supervisor', START - 1)).toMatchObject(to);
  expect(refusalOf(() => moveSession(SESSION, to, TERMS, 'supervisor', START))).toBe('session-over');
  const gone = { ...SESSION, state: 'no-show' } as const;
  expect(refusalOf(() => moveSession(gone, to, TERMS, 'supervisor', IN_TIME))).toBe('wrong-state');
  expect(mayMoveSession(gone, TERMS, 'supervisor', IN_TIME)).toBe(false);
});

describe('a series', () => {
  const local = (starts: readonly number[], timeZone: string) =>
    starts.map((start) =>
      new Date(start).toLocaleString('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' }),
    );

  test('stays at the same time on the wall when the clocks change', () => {
    const starts = sessionSeries(Date.parse('2027-03-15T09:00:00Z'), 2, 3, 'Europe/Paris');
    expect(local(starts, 'Europe/Paris')).toEqual([
      '2027-03-15 10:00',
      '2027-03-29 10:00',
      '2027-04-12 10:00',
    ]);
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBe((14 * 24 - 1) * HOUR);
  });

  test('moves a time that does not exist forward, on that date only', () => {
    const starts = sessionSeries(Date.parse('2027-03-21T01:30:00Z'), 1, 3, 'Europe/Paris');
    expect(local(starts, 'Europe/Paris')).toEqual([
      '2027-03-21 02:30',
      '2027-03-28 03:30',
      '2027-04-04 02:30',
    ]);
  });

  test('takes the first of two equal times', () => {
    const starts = sessionSeries(Date.parse('2027-10-24T00:30:00Z'), 1, 2, 'Europe/Paris');
    expect(new Date(starts[1] ?? 0).toISOString()).toBe('2027-10-31T00:30:00.000Z');
  });
});
