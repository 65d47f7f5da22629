import type { TimeRange } from '@visavis/kernel';
import type { BlockWish } from './week-wire';

/** A series longer than this is a mistake, and would make one transaction too long. */
export const MOST_OCCURRENCES = 200;

export type Repetition = NonNullable<BlockWish['repeat']>;

/**
 * The times of a block on the supervisor's wall clock, each date resolved by itself ('compatible' over a
 * change of the clocks), ascending. Local dates that do not exist have none; at most MOST_OCCURRENCES.
 * @param start,end wall clock, `YYYY-MM-DDTHH:MM`
 */
export function blockOccurrences(
  start: string,
  end: string,
  repeat: Repetition | null,
  timeZone: string,
): TimeRange[] {
  const first = Temporal.PlainDateTime.from(start);
  const length = first.until(Temporal.PlainDateTime.from(end), { largestUnit: 'minutes' });
  if (length.sign <= 0) return [];
  const occurrence = (from: Temporal.PlainDateTime): TimeRange => ({
    start: from.toZonedDateTime(timeZone).epochMilliseconds,
    end: from.add(length).toZonedDateTime(timeZone).epochMilliseconds,
  });
  if (repeat === null) return [occurrence(first)].filter(({ start: from, end: to }) => from < to);

  const until = Temporal.PlainDate.from(repeat.until);
  const firstMonday = first.toPlainDate().subtract({ days: first.dayOfWeek - 1 });
  const occurrences: TimeRange[] = [];
  for (
    let date = first.toPlainDate();
    Temporal.PlainDate.compare(date, until) <= 0;
    date = date.add({ days: 1 })
  ) {
    if (occurrences.length >= MOST_OCCURRENCES) break;
    const week = Math.floor(firstMonday.until(date, { largestUnit: 'days' }).days / 7);
    if (week % repeat.everyWeeks !== 0 || !repeat.days.includes(date.dayOfWeek) || !exists(date, timeZone))
      continue;
    const range = occurrence(date.toPlainDateTime(first.toPlainTime()));
    if (range.start < range.end) occurrences.push(range);
  }
  return occurrences;
}

function exists(date: Temporal.PlainDate, timeZone: string): boolean {
  return date.toZonedDateTime(timeZone).toPlainDate().equals(date);
}
