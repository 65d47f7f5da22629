import ICAL from 'ical.js';
import type { SessionLetterFacts } from './session-letter-facts';
import { SESSION_LETTER_KINDS } from './session-letter-kinds';
import { writeSessionLetter } from './write-session-letter';

const NOW = Date.parse('2027-02-08T09:00:00Z');
const START = Date.parse('2027-02-10T09:00:00Z');
const SETTINGS = { publicUrl: 'https://visavis.example', sendingAddress: 'letters@visavis.example' };

function someFacts(over: Partial<SessionLetterFacts> = {}): SessionLetterFacts {
  return {
    kind: 'session-booked',
    reader: 'coach',
    language: 'fr',
    sequence: 2,
    dueAt: NOW,
    overtaken: false,
    appointmentId: '0193a1b2-0000-7000-8000-000000000001',
    contractId: '0193a1b2-0000-7000-8000-000000000002',
    start: START,
    end: START + 90 * 60_000,
    status: 'booked',
    medium: 'video',
    place: 'https://meet.example/zoe',
    practice: { name: 'Cabinet Lumen', slug: 'lumen' },
    people: {
      supervisor: { name: 'Léa Roche', email: 'lea@lumen.example', timeZone: 'Europe/Paris' },
      coach: { name: 'Zoé <b>Ardouin</b>', email: 'zoe@coach.example', timeZone: 'America/Montreal' },
    },
    ...over,
  };
}

function mailOf(facts: SessionLetterFacts) {
  const written = writeSessionLetter(facts, SETTINGS, NOW);
  if (!('mail' in written)) throw new Error(`left: ${written.leave}`);
  return written.mail;
}

function eventOf(content: string) {
  const calendar = new ICAL.Component(ICAL.parse(content) as never[]);
  const event = calendar.getFirstSubcomponent('vevent');
  if (event === null) throw new Error('no event');
  return { calendar, event };
}

describe('a letter about a session', () => {
  it('goes to the one it is for, in the reader’s zone, and an answer reaches the other', () => {
    const mail = mailOf(someFacts());
    expect(mail.to.address).toBe('zoe@coach.example');
    expect(mail.replyTo?.address).toBe('lea@lumen.example');
    expect(mail.text).toMatch(/4\u202f?\s?h/); // ten in Paris is four in Montréal
    expect(mail.html).toContain('Zoé &lt;b&gt;Ardouin&lt;/b&gt;');
    expect(mail.text).toContain('/app/fr/contracts/0193a1b2-0000-7000-8000-000000000002/sessions');
    expect(mailOf(someFacts({ reader: 'supervisor', language: 'en' })).to.address).toBe('lea@lumen.example');
  });

  it('carries one calendar event of the appointment, with both people, where it takes place and its SEQUENCE', () => {
    const { calendar: part } = mailOf(someFacts());
    const { calendar, event } = eventOf(part?.content ?? '');
    expect([part?.method, calendar.getFirstPropertyValue('method')]).toEqual(['REQUEST', 'REQUEST']);
    expect(event.getFirstPropertyValue('uid')).toBe('0193a1b2-0000-7000-8000-000000000001');
    expect(event.getFirstPropertyValue('sequence')).toBe(2);
    expect(String(event.getFirstPropertyValue('location'))).toContain('https://meet.example/zoe');
    expect(
      event.getAllProperties('attendee').map((person) => String(person.getFirstValue()).toLowerCase()),
    ).toEqual(['mailto:lea@lumen.example', 'mailto:zoe@coach.example']);
    expect(event.getAllProperties('attendee').map((person) => person.getParameter('partstat'))).toEqual([
      'ACCEPTED',
      'ACCEPTED',
    ]);
    expect(String(event.getFirstPropertyValue('organizer')).toLowerCase()).toBe(
      'mailto:letters@visavis.example',
    );
    expect(calendar.getFirstSubcomponent('vtimezone')).not.toBeNull();
  });

  it('takes the event out of calendars when the session is cancelled, and needs none to remind', () => {
    const cancelled = mailOf(someFacts({ kind: 'session-cancelled', status: 'cancelled' })).calendar;
    expect(cancelled?.method).toBe('CANCEL');
    expect(eventOf(cancelled?.content ?? '').event.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(mailOf(someFacts({ kind: 'session-reminder-24h' })).calendar).toBeNull();
  });

  it('exists in both languages for every kind', () => {
    for (const kind of SESSION_LETTER_KINDS)
      for (const language of ['fr', 'en'] as const) {
        const status = kind === 'session-cancelled' ? 'cancelled' : 'booked';
        const mail = mailOf(someFacts({ kind, language, status }));
        expect(mail.subject.length).toBeGreaterThan(10);
        expect(mail.html).toContain(`<html lang="${language}">`);
      }
  });

  it.each([
    [{ overtaken: true }, 'overtaken'],
    [{ status: 'cancelled' }, 'overtaken'],
    [{ start: NOW - 1 }, 'too-late'],
    [{ kind: 'session-reminder-24h', dueAt: NOW - 7 * 3_600_000 }, 'too-late'],
    [{ people: { ...someFacts().people, coach: null } }, 'erased'],
  ] as const)('does not leave when %j: %s', (over, reason) => {
    expect(writeSessionLetter(someFacts(over as Partial<SessionLetterFacts>), SETTINGS, NOW)).toEqual({
      leave: reason,
    });
  });
});
