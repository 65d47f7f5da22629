import type { AvailabilityReply, OfferKind } from '@visavis/booking';
import type { TimeRange } from '@visavis/kernel';
import { addDays, weekdayOf, type LocalDate } from '../ui/local-date';
import { minutesOf } from '../ui/say-time';
import { instantAt, startOfDate } from '../ui/zone-clock';

interface ClockWindow {
  readonly start: string;
  readonly end: string;
}

/**
 * When an offer's hours are open on a date, to show them behind the week. Only a picture: which times can be
 * booked is decided on the server. An override replaces the date, also time that spills in from the evening before.
 */
export function openHoursOn(saved: AvailabilityReply, kind: OfferKind, date: LocalDate): TimeRange[] {
  const zone = saved.timeZone;
  const own = windowsOf(saved, kind, date).map((window) => resolve(zone, date, window));
  if (overridden(saved, date)) return own;
  const before = addDays(date, -1);
  const midnight = startOfDate(zone, date);
  const spilling = windowsOf(saved, kind, before)
    .map((window) => resolve(zone, before, window))
    .filter(({ end }) => end > midnight)
    .map(({ end }) => ({ start: midnight, end }));
  return [...spilling, ...own];
}

function windowsOf(saved: AvailabilityReply, kind: OfferKind, date: LocalDate): readonly ClockWindow[] {
  const override = overridden(saved, date);
  if (override) return override.windows;
  const offer = saved.offers[kind];
  const hours = offer.sameHoursAs ? saved.offers[offer.sameHoursAs] : offer;
  return hours.weekly.filter(({ days }) => days.includes(weekdayOf(date)));
}

function overridden(saved: AvailabilityReply, date: LocalDate) {
  return saved.overrides.find((override) => override.date === date);
}

function resolve(zone: string, date: LocalDate, { start, end }: ClockWindow): TimeRange {
  const [from, to] = [minutesOf(start), minutesOf(end)];
  const overnight = to <= from;
  return {
    start: instantAt(zone, date, from),
    end: instantAt(zone, overnight ? addDays(date, 1) : date, to),
  };
}
