import fc from 'fast-check';
import ICAL from 'ical.js';
import { busyFeed } from './busy-feed';
import { calendarFile, calendarPart, type Reader } from './calendar-of-call';
import { oneLine } from '../../outbox/paper/one-line';
import { aCall, END, START } from './testing/a-call';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const VISITOR: Reader = { recipient: 'visitor', language: 'fr', timeZone: 'Europe/Paris' };

function parsed(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
  const events = calendar.getAllSubcomponents('vevent');
  const event = events[0];
  if (event === undefined) throw new Error('no VEVENT');
  const text = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null;
  const moment = (name: string) => {
    const value = event.getFirstPropertyValue(name);
    if (!(value instanceof ICAL.Time)) throw new Error(`${name} is no time`);
    return value.toJSDate().getTime();
  };
  const attendees = event.getAllProperties('attendee').map((p) => ({
    address: String(p.getFirstValue()),
    name: p.getFirstParameter('cn'),
    partstat: p.getFirstParameter('partstat'),
    rsvp: p.getFirstParameter('rsvp'),
  }));
  return { calendar, events, event, text, moment, attendees };
}

describe('the calendar part of a letter', () => {
  it('keeps one UID, carries the sequence and means the same moments in a named zone', () => {
    const part = parsed(calendarPart('REQUEST', aCall({ sequence: 3 }), VISITOR, NOW));
    expect(part.calendar.getFirstPropertyValue('method')).toBe('REQUEST');
    expect(part.text('uid')).toBe(aCall().id);
    expect(part.text('sequence')).toBe('3');
    expect(part.text('status')).toBe('CONFIRMED');
    expect(part.event.getFirstProperty('dtstart')?.getFirstParameter('tzid')).toBe('Europe/Paris');
    expect(part.text('dtstart')).toBe('2026-11-26T10:30:00');
    expect([part.moment('dtstart'), part.moment('dtend'), part.moment('dtstamp')]).toEqual([START, END, NOW]);
    expect(part.text('dtstamp')).toBe('2026-11-23T12:00:00Z');
  });

  it('names the practice as organizer and both people as having accepted, asking for no reply', () => {
    const part = parsed(calendarPart('REQUEST', aCall(), VISITOR, NOW));
    expect(part.text('organizer')?.toLowerCase()).toBe('mailto:letters@cabinet.example');
    expect(part.event.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe('Cabinet Démo');
    expect(part.attendees).toEqual([
      { address: 'MAILTO:lea@cabinet.example', name: 'Léa Roche', partstat: 'ACCEPTED', rsvp: 'FALSE' },
      {
        address: 'MAILTO:camille@visitor.example',
        name: 'Camille Martin',
        partstat: 'ACCEPTED',
        rsvp: 'FALSE',
      },
    ]);
  });

  it('can be called from: the number stands in the location and as a tel: address', () => {
    const part = parsed(calendarPart('REQUEST', aCall(), VISITOR, NOW));
    expect(part.text('url')).toBe('tel:+33199001234');
    expect(part.text('location')).toBe(
      'Téléphone\u202f: +33\u00a01\u00a099\u00a000\u00a012\u00a034 (tel:+33199001234)',
    );
    expect(part.event.getFirstProperty('location')?.getFirstParameter('language')).toBe('fr');
    expect(part.text('description')).toContain('Léa Roche vous appellera au +33');
  });

  it('cancels under the same UID', () => {
    const part = parsed(calendarPart('CANCEL', aCall({ cancelled: true, sequence: 1 }), VISITOR, NOW));
    expect(part.calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect([part.text('uid'), part.text('status'), part.text('sequence')]).toEqual([
      aCall().id,
      'CANCELLED',
      '1',
    ]);
  });

  it('speaks UTC where zone rules do not fit into a VTIMEZONE, and knows aliases', () => {
    const ramadan = Date.parse('2027-02-15T10:00:00Z');
    for (const timeZone of [
      'Africa/Casablanca',
      'UTC',
      'Asia/Calcutta',
      'Pacific/Kiritimati',
      'America/Coyhaique',
    ]) {
      const part = parsed(
        calendarPart(
          'REQUEST',
          aCall({ start: ramadan, end: ramadan + 1_800_000 }),
          { ...VISITOR, timeZone },
          NOW,
        ),
      );
      expect([timeZone, part.moment('dtstart'), part.moment('dtend')]).toEqual([
        timeZone,
        ramadan,
        ramadan + 1_800_000,
      ]);
    }
  });

  it('is lines of at most 75 octets that end in CRLF', () => {
    const file = calendarFile(
      aCall({ supervisor: { name: 'É'.repeat(120), address: 'a@b.example' } }),
      VISITOR,
      NOW,
    );
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...file.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  const nasty = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      'x\r\nATTENDEE:MAILTO:evil@example.net',
      'a\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:b',
      '"; DROP, \\n ^n ^^ ^\' : ;',
      'Ann;CN="x":MAILTO:y@z',
      'é'.repeat(100),
    ),
  );

  // ical.js reads a backslash before n as a line break in parameters too, which RFC 5545 does not say.
  const asRead = (name: string) => oneLine(name).replaceAll('\\n', '\n');

  it('holds exactly one event whatever people are called, and gives their names back', () => {
    fc.assert(
      fc.property(nasty, nasty, nasty, (visitor, supervisor, practice) => {
        fc.pre([visitor, supervisor, practice].every((name) => oneLine(name) !== ''));
        const call = aCall({
          visitor: { name: visitor, address: 'camille@visitor.example', phone: '+33199001234' },
          supervisor: { name: supervisor, address: 'lea@cabinet.example' },
          organizer: { name: practice, address: 'letters@cabinet.example' },
        });
        const part = parsed(calendarPart('REQUEST', call, VISITOR, NOW));
        expect(part.events).toHaveLength(1);
        expect(part.attendees.map((a) => a.address)).toEqual([
          'MAILTO:lea@cabinet.example',
          'MAILTO:camille@visitor.example',
        ]);
        expect(part.attendees.map((a) => a.name)).toEqual([asRead(supervisor), asRead(visitor)]);
        expect(part.text('summary')).toBe(oneLine(`Premier échange avec ${supervisor}`));
        expect(part.event.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe(asRead(practice));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the supervisor’s feed', () => {
  const appointments = [
    {
      id: aCall().id,
      start: START,
      end: END,
      sequence: 2,
      title: null,
      visitor: { name: 'Camille Martin', phone: '+33199001234' },
      coach: null,
    },
    {
      id: '0193a1b2-0000-7000-8000-000000000002',
      start: END,
      end: END + 60_000,
      sequence: 0,
      title: 'Dentiste',
      visitor: null,
      coach: null,
    },
  ];
  const feed = { supervisor: 'Léa Roche\r\nX-EVIL:1; a, b', language: 'fr', now: NOW } as const;

  it('says only that the time is taken', () => {
    const file = busyFeed(appointments, { ...feed, details: false });
    expect(file).not.toMatch(/Camille|Dentiste|99.?00/);
    const { events, calendar } = parsed(file);
    expect(events.map((e) => e.getFirstPropertyValue('summary'))).toEqual(['Occupé', 'Occupé']);
    expect(events.map((e) => e.getFirstPropertyValue('transp'))).toEqual(['OPAQUE', 'OPAQUE']);
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
    expect(String(calendar.getFirstPropertyValue('refresh-interval'))).toBe('PT15M');
    expect(calendar.getAllProperties('x-evil')).toHaveLength(0);
    expect(calendar.getFirstPropertyValue('x-wr-calname')?.toString().replaceAll('\\', '')).toBe(
      'Visavis, Léa Roche X-EVIL:1; a, b',
    );
  });

  it('names people and blocks once the supervisor opted in', () => {
    const { events } = parsed(busyFeed(appointments, { ...feed, details: true }));
    expect(events.map((e) => e.getFirstPropertyValue('summary'))).toEqual([
      'Premier échange avec Camille Martin',
      'Dentiste',
    ]);
  });

  it('is a valid calendar when there is nothing in it', () => {
    const file = busyFeed([], { ...feed, details: false });
    expect(new ICAL.Component(ICAL.parse(file) as unknown[]).getAllSubcomponents('vevent')).toHaveLength(0);
  });
});
