import { DAY, MINUTE, type Instant } from '@visavis/kernel';
import { addDays, type LocalDate } from './local-date';

/** What the clock on the wall of a zone shows: its date and the minutes since that date's 00:00. */
export interface WallTime {
  readonly date: LocalDate;
  readonly minute: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that the zone is ahead of UTC at that moment. Throws RangeError for an unknown zone. */
export function offsetAt(zone: string, at: Instant): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(at)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

export function wallTimeAt(zone: string, at: Instant): WallTime {
  const local = new Date(at + offsetAt(zone, at));
  return { date: local.toISOString().slice(0, 10), minute: local.getUTCHours() * 60 + local.getUTCMinutes() };
}

export function dateAt(zone: string, at: Instant): LocalDate {
  return wallTimeAt(zone, at).date;
}

/**
 * The moment at which the zone's clock shows this date and minute (0 to 1440, or beyond into the next days).
 * Like Temporal's 'compatible': of two such moments the earlier; in a gap, as if the clock had not yet jumped.
 */
export function instantAt(zone: string, date: LocalDate, minute: number): Instant {
  const wall = Date.parse(date) + minute * MINUTE;
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  const fitting = [wall - before, wall - after].filter((at) => at + offsetAt(zone, at) === wall);
  return fitting.length > 0 ? Math.min(...fitting) : wall - before;
}

/** The first moment of a date, also where midnight does not exist. */
export function startOfDate(zone: string, date: LocalDate): Instant {
  return instantAt(zone, date, 0);
}

/** A change of the zone's offset during a date. */
export interface ClockChange {
  readonly at: Instant;
  /** Minutes the clock jumps: 60 skips an hour, −60 shows one twice. */
  readonly jump: number;
}

/** The change of clocks within that date, or null. */
export function clockChangeOn(zone: string, date: LocalDate): ClockChange | null {
  let before = startOfDate(zone, date);
  let after = startOfDate(zone, addDays(date, 1));
  const from = offsetAt(zone, before);
  const to = offsetAt(zone, after);
  if (from === to) return null;
  while (after - before > MINUTE) {
    const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
    if (offsetAt(zone, middle) === from) before = middle;
    else after = middle;
  }
  return { at: after, jump: (to - from) / MINUTE };
}

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  return format;
}
