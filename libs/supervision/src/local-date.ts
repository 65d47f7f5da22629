import { DAY, type Instant } from '@visavis/kernel';

/*
 * Dates of a contract are calendar dates in its own zone, `YYYY-MM-DD`, and compare as text. Arithmetic on
 * dates alone needs no zone and runs everywhere; what reads a zone uses Temporal and runs on the server.
 */

/** The date on the wall at a moment. */
export function localDate(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** First moment of a date. */
export function startOfDate(date: string, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
}

/** The same time on the wall some weeks later, 'compatible' over a change of the clocks. */
export function weeksLater(at: Instant, weeks: number, timeZone: string): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).add({ weeks })
    .epochMilliseconds;
}

export function addDays(date: string, days: number): string {
  return textOf(dayNumber(date) + days);
}

/** A month later is the same day, or the last of a shorter month. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return textOf(Date.UTC(year, month - 1 + months, Math.min(day, lastOfMonth)) / DAY);
}

export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekday(date: string): number {
  // day 0, the 1st of January 1970, was a Thursday
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function textOf(days: number): string {
  return new Date(days * DAY).toISOString().slice(0, 10);
}
