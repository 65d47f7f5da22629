import { DAY, HOUR, MINUTE } from '@visavis/kernel';
import { isTooLate } from './letter-timeliness';

const START = Date.parse('2026-11-26T09:30:00Z');

describe('isTooLate', () => {
  it('lets a reminder leave a little late, and drops it once its time is past', () => {
    const reminder = { kind: 'reminder-1h', dueAt: START - HOUR } as const;
    expect(isTooLate(reminder, START, START - HOUR + 5 * MINUTE)).toBe(false);
    expect(isTooLate(reminder, START, START - 29 * MINUTE)).toBe(true);
    expect(isTooLate({ kind: 'reminder-24h', dueAt: START - DAY }, START, START - 17 * HOUR)).toBe(true);
  });

  it('drops every letter about a call that has begun', () => {
    for (const kind of ['confirmation', 'move', 'cancellation', 'existing-link'] as const) {
      expect(isTooLate({ kind, dueAt: START - DAY }, START, START - 1)).toBe(false);
      expect(isTooLate({ kind, dueAt: START - DAY }, START, START)).toBe(true);
    }
  });

  it('invites to another time after the call, for a week', () => {
    const letter = { kind: 'rebooking', dueAt: START + HOUR } as const;
    expect(isTooLate(letter, START, START + 2 * HOUR)).toBe(false);
    expect(isTooLate(letter, START, START + HOUR + 7 * DAY + 1)).toBe(true);
  });
});
