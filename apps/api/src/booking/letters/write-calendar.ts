import type { Instant, Language } from '@visavis/kernel';
import {
  foldLines,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  type ICalCalendarMethod,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { calendarZone } from './calendar-zone';
import { oneLine } from '../../outbox/paper/one-line';

export interface Party {
  readonly name: string;
  readonly address: string;
}

/** One VEVENT. Texts may hold anything: they are escaped here. */
export interface CalendarEntry {
  /** The appointment's id: the UID for life. */
  readonly id: string;
  readonly sequence: number;
  readonly start: Instant;
  readonly end: Instant;
  readonly cancelled: boolean;
  readonly summary: string;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly organizer?: Party;
  readonly attendees?: readonly Party[];
}

export interface CalendarFrame {
  readonly method: ICalCalendarMethod;
  readonly language: Language;
  /** IANA zone the times are written in; null: UTC. */
  readonly timeZone: string | null;
  /** DTSTAMP. */
  readonly now: Instant;
  /** Name of a feed. */
  readonly name?: string;
  /** How often a feed is worth reading again, in seconds. */
  readonly refreshSeconds?: number;
}

/** An iCalendar file (RFC 5545), lines folded, CRLF. */
export function writeCalendar(frame: CalendarFrame, entries: readonly CalendarEntry[]): string {
  const zone =
    frame.timeZone === null
      ? null
      : calendarZone(
          frame.timeZone,
          entries.flatMap((entry) => [entry.start, entry.end]),
        );
  const calendar = new ICalCalendar({
    method: frame.method,
    prodId: { company: 'Visavis', product: 'Visavis', language: frame.language.toUpperCase() },
    // Only the generator: a zone of the whole calendar would be written into DTSTAMP, which must be UTC.
    ...(zone === null ? {} : { timezone: { name: null, generator: () => zone.definition } }),
    // The library writes a calendar's name as it stands.
    ...(frame.name === undefined ? {} : { name: escapeText(frame.name) }),
    ...(frame.refreshSeconds === undefined ? {} : { ttl: frame.refreshSeconds }),
  });
  for (const entry of entries) calendar.createEvent(eventOf(entry, frame.now, zone?.name ?? null));
  return inLanguage(calendar.toString(), frame.language);
}

function eventOf(entry: CalendarEntry, now: Instant, zone: string | null): ICalEventData {
  const moment = (at: Instant) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone ?? 'UTC');
  return {
    id: entry.id,
    sequence: entry.sequence,
    stamp: new Date(now),
    start: moment(entry.start),
    end: moment(entry.end),
    timezone: zone,
    summary: oneLine(entry.summary),
    status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
    ...(entry.description === undefined ? {} : { description: oneLine(entry.description) }),
    ...(entry.location === undefined ? {} : { location: oneLine(entry.location) }),
    ...(entry.url === undefined ? {} : { url: entry.url }),
    ...(entry.organizer === undefined
      ? {}
      : { organizer: { name: oneLine(entry.organizer.name), email: entry.organizer.address } }),
    attendees: (entry.attendees ?? []).map((attendee) => ({
      name: oneLine(attendee.name),
      email: attendee.address,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.ACCEPTED,
      rsvp: false,
    })),
  };
}

/** Says the language of the texts people read; the library knows no such parameter. */
function inLanguage(calendar: string, language: Language): string {
  const unfolded = calendar.replace(/\r\n[ \t]/g, '');
  const spoken = unfolded.replace(/\r\n(SUMMARY|DESCRIPTION|LOCATION):/g, `\r\n$1;LANGUAGE=${language}:`);
  return `${foldLines(spoken)}\r\n`;
}

function escapeText(text: string): string {
  return oneLine(text).replace(/[\\;,]/g, (sign) => `\\${sign}`);
}
