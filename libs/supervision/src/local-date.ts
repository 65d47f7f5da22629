import type { Instant } from '@visavis/kernel';

/*
 * Dates of a contract are calendar dates in its own zone, `YYYY-MM-DD`, and compare as text. Only this file
 * reads zones.
 */

/** The date on the wall at a moment. */
export function localDate(at: Instant, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** First moment of a date. */
export function startOfDate(date: string, timeZone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
}

export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** A month later is the same day, or the last of a shorter month. */
export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekday(date: string): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

/** The same time on the wall some weeks later, 'compatible' over a change of the clocks. */
export function weeksLater(at: Instant, weeks: number, timeZone: string): Instant {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).add({ weeks })
    .epochMilliseconds;
}
