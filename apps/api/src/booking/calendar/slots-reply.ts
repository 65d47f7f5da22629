import {
  availableSlots,
  nextLocalDate,
  slotInput,
  type CalendarState,
  type SlotsReply,
} from '@visavis/booking';
import { DAY, MINUTE, type Instant } from '@visavis/kernel';

export interface MadeReply {
  readonly reply: SlotsReply;
  /** The reply holds until this moment, if the calendar does not change before. */
  readonly until: Instant;
}

/** Offered starts from the UTC date `from` on, as UTC dates and minutes of the day. */
export function makeSlotsReply(
  supervisor: string,
  state: CalendarState,
  now: Instant,
  from: Instant,
  days: number,
): MadeReply {
  const starts = availableSlots(slotInput(state, now, from, from + days * DAY));
  return {
    reply: {
      supervisor,
      timeZone: state.timeZone,
      lengthMin: state.offer.lengthMin,
      days: byUtcDate(starts),
    },
    until: repliesHoldUntil(state, starts[0], now),
  };
}

/** Until the first start comes within the notice, or "today" and with it the horizon moves on. */
function repliesHoldUntil(state: CalendarState, first: Instant | undefined, now: Instant): Instant {
  const nextDate = nextLocalDate(state.timeZone, now);
  return first === undefined ? nextDate : Math.min(nextDate, first - state.offer.minNoticeMin * MINUTE + 1);
}

export function byUtcDate(starts: readonly Instant[]): Record<string, number[]> {
  const days: Record<string, number[]> = {};
  let day = Number.NaN;
  let minutes: number[] = [];
  for (const start of starts) {
    const dayOfStart = Math.floor(start / DAY);
    if (dayOfStart !== day) {
      day = dayOfStart;
      minutes = [];
      days[dateText(day)] = minutes;
    }
    minutes.push((start - day * DAY) / MINUTE);
  }
  return days;
}

/** Dates that were written before, by their day number: writing one takes as long as ten starts. */
const dateTexts = new Map<number, string>();

function dateText(day: number): string {
  let text = dateTexts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY).toISOString().slice(0, 10);
    if (dateTexts.size >= 1_000) dateTexts.clear();
    dateTexts.set(day, text);
  }
  return text;
}
