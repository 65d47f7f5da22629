import { HOUR, MINUTE, Refusal } from '@visavis/kernel';
import {
  canChange,
  cancelAppointment,
  moveAppointment,
  recordOutcome,
  type Appointment,
} from './appointment';

const START = Date.parse('2027-01-12T09:00:00Z');
const BEFORE = START - HOUR;

const CALL: Appointment = {
  id: 'a',
  supervisorId: 's',
  kind: 'discovery-call',
  status: 'booked',
  startsAt: START,
  endsAt: START + 30 * MINUTE,
  occupiesFrom: START - 5 * MINUTE,
  occupiesTo: START + 40 * MINUTE,
  sequence: 2,
  outcome: null,
};

function reasonOf(work: () => unknown): string {
  try {
    work();
    return 'allowed';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

test('a move keeps identity and buffers, and counts the change', () => {
  const to = { start: START + 24 * HOUR, end: START + 25 * HOUR };
  expect(moveAppointment(CALL, to, BEFORE)).toEqual({
    ...CALL,
    startsAt: to.start,
    endsAt: to.end,
    occupiesFrom: to.start - 5 * MINUTE,
    occupiesTo: to.end + 10 * MINUTE,
    sequence: 3,
  });
});

test('a cancellation counts as a change and keeps the time it was for', () => {
  expect(cancelAppointment(CALL, BEFORE)).toEqual({ ...CALL, status: 'cancelled', sequence: 3 });
});

test.each([
  ['up to the last millisecond before the start', CALL, START - 1, 'allowed'],
  ['not from the start on', CALL, START, 'already-started'],
  ['not when cancelled', { ...CALL, status: 'cancelled' as const }, BEFORE, 'already-cancelled'],
  [
    'not when cancelled, started or not',
    { ...CALL, status: 'cancelled' as const },
    START,
    'already-cancelled',
  ],
  ['not when done', { ...CALL, status: 'done' as const }, BEFORE, 'already-started'],
])('people may change an appointment %s', (_, call, now, reason) => {
  expect(reasonOf(() => cancelAppointment(call, now))).toBe(reason);
  expect(reasonOf(() => moveAppointment(call, { start: 0, end: 1 }, now))).toBe(reason);
  expect(canChange(call, now)).toBe(reason === 'allowed');
});

test.each([
  ['went-well', 'done'],
  ['not-a-fit', 'done'],
  ['think-it-over', 'done'],
  ['did-not-answer', 'no-show'],
  [null, 'done'],
] as const)('outcome %s makes a call %s, from its start on', (outcome, status) => {
  expect(recordOutcome(CALL, outcome, START)).toEqual({ ...CALL, outcome, status });
  expect(reasonOf(() => recordOutcome(CALL, outcome, START - 1))).toBe('not-started-yet');
  expect(reasonOf(() => recordOutcome({ ...CALL, status: 'cancelled' }, outcome, START))).toBe(
    'already-cancelled',
  );
});
