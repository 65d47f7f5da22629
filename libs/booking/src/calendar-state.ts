import { MINUTE, type Instant, type TimeRange } from '@visavis/kernel';
import type { WeeklyRule } from './availability-wire';
import type { BusyTime, DateOverride, SlotInput } from './slots/slot-input';

/** An offer with the weekly hours that hold for it. Minutes, days; `maxPerDay` null means no cap. */
export interface OfferRules {
  readonly lengthMin: number;
  readonly stepMin: number;
  readonly bufferBeforeMin: number;
  readonly bufferAfterMin: number;
  readonly minNoticeMin: number;
  readonly horizonDays: number;
  readonly maxPerDay: number | null;
  readonly weekly: readonly WeeklyRule[];
}

/** A supervisor's calendar as read in one snapshot, with the version that every change raises. */
export interface CalendarState {
  readonly version: string;
  /** IANA zone of the supervisor. */
  readonly timeZone: string;
  readonly offer: OfferRules;
  readonly overrides: readonly DateOverride[];
  /** What the supervisor's appointments occupy, buffers included; `booking` is a discovery call's own start. */
  readonly busy: readonly BusyTime[];
  /** Those of `busy` that are the supervisor's own absences: nobody "took" these. */
  readonly blocks: readonly BusyTime[];
}

/** The question "which starts from `from` up to `to` are offered?", cut off at the offer's horizon. */
export function slotInput(state: CalendarState, now: Instant, from: Instant, to: Instant): SlotInput {
  const { offer } = state;
  return {
    timeZone: state.timeZone,
    weekly: offer.weekly,
    overrides: state.overrides,
    busy: state.busy,
    bufferBeforeMin: offer.bufferBeforeMin,
    bufferAfterMin: offer.bufferAfterMin,
    lengthMin: offer.lengthMin,
    stepMin: offer.stepMin,
    minNoticeMin: offer.minNoticeMin,
    maxPerDay: offer.maxPerDay,
    now,
    from,
    to: Math.min(to, horizonEnd(state.timeZone, now, offer.horizonDays)),
  };
}

/** End of the supervisor's local date today + `days`: the first moment that can no longer be booked. */
export function horizonEnd(timeZone: string, now: Instant, days: number): Instant {
  const today = localDay(timeZone, now);
  let end = today.horizons.get(days);
  if (end === undefined) {
    end = startOfLocalDate(today.date.add({ days: days + 1 }), timeZone);
    today.horizons.set(days, end);
  }
  return end;
}

/** First moment of the next local date: when "today", and with it the horizon, moves on. */
export function nextLocalDate(timeZone: string, now: Instant): Instant {
  return localDay(timeZone, now).end;
}

/** The supervisor's local date around a moment, as a range of time: what the cap counts in. */
export function localDateRange(timeZone: string, at: Instant): TimeRange {
  const { start, end } = dayAround(timeZone, at);
  return { start, end };
}

/** What an appointment keeps from others: its own time and the buffers of its offer. */
export function occupiedBy(
  range: TimeRange,
  offer: Pick<OfferRules, 'bufferBeforeMin' | 'bufferAfterMin'>,
): TimeRange {
  return {
    start: range.start - offer.bufferBeforeMin * MINUTE,
    end: range.end + offer.bufferAfterMin * MINUTE,
  };
}

interface LocalDay extends TimeRange {
  readonly date: Temporal.PlainDate;
  /** Horizons asked for on that day: their ends by their days. */
  readonly horizons: Map<number, Instant>;
}

const MOST_ZONES = 512;

/**
 * Today in each zone. Every decision asks for it and Temporal takes ten times as long as the rest of the
 * decision; the answer stays the same for a day.
 */
const today = new Map<string, LocalDay>();

function localDay(timeZone: string, now: Instant): LocalDay {
  const known = today.get(timeZone);
  if (known !== undefined && known.start <= now && now < known.end) return known;
  const day = dayAround(timeZone, now);
  if (today.size >= MOST_ZONES) today.clear();
  today.set(timeZone, day);
  return day;
}

function dayAround(timeZone: string, at: Instant): LocalDay {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  return {
    date,
    start: startOfLocalDate(date, timeZone),
    end: startOfLocalDate(date.add({ days: 1 }), timeZone),
    horizons: new Map(),
  };
}

function startOfLocalDate(date: Temporal.PlainDate, timeZone: string): Instant {
  return date.toZonedDateTime(timeZone).epochMilliseconds;
}
