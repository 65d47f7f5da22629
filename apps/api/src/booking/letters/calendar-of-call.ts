import type { Recipient } from '@visavis/booking';
import type { Instant, Language } from '@visavis/kernel';
import { ICalCalendarMethod } from 'ical-generator';
import { spellPhone } from './spell-phone';
import { LETTER_TEXTS } from './texts';
import { writeCalendar, type CalendarEntry, type Party } from './write-calendar';

/** A discovery call as calendars see it: never what the visitor told about themselves. */
export interface CalendarCall {
  readonly id: string;
  readonly start: Instant;
  readonly end: Instant;
  /** SEQUENCE: of the letter in a letter, of the appointment in a file. */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly supervisor: Party;
  /** Null once erased; without address when booked by hand for someone who gave none. */
  readonly visitor: { readonly name: string; readonly address: string | null; readonly phone: string } | null;
  /** The practice under its sending address. */
  readonly organizer: Party;
}

export interface Reader {
  readonly recipient: Recipient;
  readonly language: Language;
  readonly timeZone: string;
}

/** The calendar part of a letter. */
export function calendarPart(
  method: 'REQUEST' | 'CANCEL',
  call: CalendarCall,
  reader: Reader,
  now: Instant,
): string {
  const invitation = method === 'REQUEST' ? ICalCalendarMethod.REQUEST : ICalCalendarMethod.CANCEL;
  return writeCalendar({ method: invitation, language: reader.language, timeZone: reader.timeZone, now }, [
    entryOf(call, reader),
  ]);
}

/** The file a visitor downloads from the manage page. */
export function calendarFile(call: CalendarCall, reader: Reader, now: Instant): string {
  const frame = {
    method: ICalCalendarMethod.PUBLISH,
    language: reader.language,
    timeZone: reader.timeZone,
    now,
  };
  return writeCalendar(frame, [entryOf(call, reader)]);
}

function entryOf(call: CalendarCall, reader: Reader): CalendarEntry {
  const words = LETTER_TEXTS[reader.language].calendar;
  const phone = call.visitor === null ? null : spellPhone(call.visitor.phone);
  const spoken = {
    supervisor: call.supervisor.name,
    visitor: call.visitor?.name ?? null,
    phone: phone ?? '',
  };
  const sentence =
    reader.recipient === 'visitor' ? words.visitorSentence(spoken) : words.supervisorSentence(spoken);
  return {
    id: call.id,
    sequence: call.sequence,
    start: call.start,
    end: call.end,
    cancelled: call.cancelled,
    summary:
      reader.recipient === 'visitor'
        ? words.withSupervisor(call.supervisor.name)
        : words.withVisitor(spoken.visitor),
    organizer: call.organizer,
    attendees: attendeesOf(call),
    ...(call.visitor === null || phone === null
      ? {}
      : {
          description: sentence,
          location: `${words.phone(phone)} (tel:${call.visitor.phone})`,
          url: `tel:${call.visitor.phone}`,
        }),
  };
}

function attendeesOf(call: CalendarCall): Party[] {
  const { visitor, supervisor } = call;
  if (visitor === null || visitor.address === null) return [supervisor];
  return [supervisor, { name: visitor.name, address: visitor.address }];
}
