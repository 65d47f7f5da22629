import type { CalendarCall } from '../calendar-of-call';
import type { LetterFacts } from '../letter-facts';

export const START = Date.parse('2026-11-26T09:30:00Z');
export const END = START + 30 * 60_000;

/** A discovery call between two invented people, thirty minutes in Paris. */
export function aCall(over: Partial<CalendarCall> = {}): CalendarCall {
  return {
    id: '0193a1b2-0000-7000-8000-000000000001',
    start: START,
    end: END,
    sequence: 0,
    cancelled: false,
    supervisor: { name: 'Léa Roche', address: 'lea@cabinet.example' },
    visitor: { name: 'Camille Martin', address: 'camille@visitor.example', phone: '+33199001234' },
    organizer: { name: 'Cabinet Démo', address: 'letters@cabinet.example' },
    ...over,
  };
}

export function someFacts(
  letter: Partial<LetterFacts['letter']> = {},
  over: Partial<Omit<LetterFacts, 'letter'>> = {},
): LetterFacts {
  return {
    letter: {
      kind: 'confirmation',
      recipient: 'visitor',
      language: 'fr',
      sequence: 0,
      dueAt: START - 3 * 86_400_000,
      ...letter,
    },
    overtaken: false,
    appointment: {
      practiceId: '0193a1b2-0000-7000-8000-0000000000aa',
      id: '0193a1b2-0000-7000-8000-000000000001',
      start: START,
      end: END,
      status: 'booked',
      linkVersion: 1,
    },
    practice: { name: 'Cabinet Démo', slug: 'demo' },
    supervisor: { name: 'Léa Roche', email: 'lea@cabinet.example', timeZone: 'Europe/Paris' },
    visitor: {
      name: 'Camille Martin',
      firstName: 'Camille',
      email: 'camille@visitor.example',
      phone: '+33199001234',
      timeZone: 'America/New_York',
    },
    ...over,
  };
}
