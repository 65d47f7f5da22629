import { DAY, HOUR, MINUTE } from '@visavis/kernel';
import fc from 'fast-check';
import { LETTER_CHANGES, planLetters, type LetterPlan } from './plan-letters';

const START = Date.parse('2026-11-26T09:30:00Z');

function aPlan(over: Partial<LetterPlan> = {}): LetterPlan {
  return {
    start: START,
    now: START - 3 * DAY,
    hasVisitorAddress: true,
    sequence: 0,
    languages: { visitor: 'en', supervisor: 'fr' },
    ...over,
  };
}

const names = (letters: ReturnType<typeof planLetters>) => letters.map((l) => `${l.kind} to ${l.recipient}`);

describe('planLetters', () => {
  it('confirms a booking to both now and reminds both 24 hours and 1 hour before', () => {
    const letters = planLetters('booked', aPlan());
    expect(letters.map((l) => [l.kind, l.recipient, l.language, START - l.dueAt])).toEqual([
      ['confirmation', 'visitor', 'en', 3 * DAY],
      ['confirmation', 'supervisor', 'fr', 3 * DAY],
      ['reminder-24h', 'visitor', 'en', DAY],
      ['reminder-24h', 'supervisor', 'fr', DAY],
      ['reminder-1h', 'visitor', 'en', HOUR],
      ['reminder-1h', 'supervisor', 'fr', HOUR],
    ]);
  });

  it('skips the reminders whose time is already past', () => {
    expect(names(planLetters('booked', aPlan({ now: START - 24 * HOUR })))).toEqual([
      'confirmation to visitor',
      'confirmation to supervisor',
      'reminder-1h to visitor',
      'reminder-1h to supervisor',
    ]);
    expect(names(planLetters('booked', aPlan({ now: START - 20 * MINUTE })))).toEqual([
      'confirmation to visitor',
      'confirmation to supervisor',
    ]);
  });

  it('plans the reminders anew at a move, with the new sequence', () => {
    const letters = planLetters('moved', aPlan({ sequence: 4 }));
    expect(letters).toHaveLength(6);
    expect(letters.every((l) => l.sequence === 4)).toBe(true);
    expect(letters[0]?.kind).toBe('move');
  });

  it('reminds nobody of a cancelled call', () => {
    expect(names(planLetters('cancelled', aPlan()))).toEqual([
      'cancellation to visitor',
      'cancellation to supervisor',
    ]);
  });

  it('writes everything again to a corrected address, and nothing to the supervisor', () => {
    expect(names(planLetters('address-corrected', aPlan()))).toEqual([
      'confirmation to visitor',
      'reminder-24h to visitor',
      'reminder-1h to visitor',
    ]);
  });

  it('writes a single letter after a second attempt and after a call nobody answered', () => {
    expect(names(planLetters('tried-again', aPlan()))).toEqual(['existing-link to visitor']);
    expect(names(planLetters('did-not-answer', aPlan({ now: START + HOUR })))).toEqual([
      'rebooking to visitor',
    ]);
  });

  it('never writes to a visitor without an address, never plans the past, never plans a letter twice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LETTER_CHANGES),
        fc.integer({ min: -2 * DAY, max: 400 * DAY }),
        fc.boolean(),
        (change, ahead, has) => {
          const letters = planLetters(change, aPlan({ now: START - ahead, hasVisitorAddress: has }));
          expect(letters.every((l) => l.dueAt >= START - ahead)).toBe(true);
          if (!has) expect(letters.some((l) => l.recipient === 'visitor')).toBe(false);
          expect(new Set(names(letters)).size).toBe(letters.length);
        },
      ),
    );
  });
});
