import type { Instant, Language } from '@visavis/kernel';
import { ICalCalendarMethod } from 'ical-generator';
import { spellPhone } from './spell-phone';
import { LETTER_TEXTS } from './texts';
import { writeCalendar } from './write-calendar';

/** What the feed needs of an appointment that is booked (or was held). */
export interface FeedAppointment {
  readonly id: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly sequence: number;
  /** Of a block. */
  readonly title: string | null;
  /** Of a discovery call that was not erased; phone in E.164. */
  readonly visitor: { readonly name: string; readonly phone: string } | null;
  /** Of a supervision session. */
  readonly coach: string | null;
}

export interface BusyFeed {
  readonly supervisor: string;
  readonly language: Language;
  readonly now: Instant;
  /** False: only that the time is taken. True, when the supervisor opted in: names, numbers and titles. */
  readonly details: boolean;
}

const REFRESH_SECONDS = 900;

/** The supervisor's calendar feed. Cancelled appointments are left out by the caller. */
export function busyFeed(appointments: readonly FeedAppointment[], feed: BusyFeed): string {
  const words = LETTER_TEXTS[feed.language].calendar;
  const frame = {
    method: ICalCalendarMethod.PUBLISH,
    language: feed.language,
    timeZone: null,
    now: feed.now,
    name: words.feedName(feed.supervisor),
    refreshSeconds: REFRESH_SECONDS,
  };
  const entries = appointments.map(({ id, start, end, sequence, title, visitor, coach }) => ({
    id,
    start,
    end,
    sequence,
    cancelled: false,
    summary: words.busy,
    ...(feed.details && title !== null ? { summary: title } : {}),
    ...(feed.details && coach !== null ? { summary: words.sessionWith(coach) } : {}),
    ...(feed.details && visitor !== null
      ? {
          summary: words.withVisitor(visitor.name),
          location: `${words.phone(spellPhone(visitor.phone))} (tel:${visitor.phone})`,
          url: `tel:${visitor.phone}`,
        }
      : {}),
  }));
  return writeCalendar(frame, entries);
}
