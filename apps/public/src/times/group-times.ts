import type { SlotsReply } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import { localDate } from './format-time';

export interface DayOfTimes {
  /** The date in the zone it was grouped by, `YYYY-MM-DD`. */
  readonly date: string;
  /** Ascending, never empty. */
  readonly starts: readonly Instant[];
}

/** Every start of the reply, ascending. */
export function startsOf(slots: SlotsReply): Instant[] {
  return Object.entries(slots.days)
    .flatMap(([date, minutes]) => minutes.map((minute) => Date.parse(date) + minute * 60_000))
    .sort((a, b) => a - b);
}

/** Days as the reader's calendar has them: a start late in Paris is on another day in Tokyo. */
export function groupByDay(starts: readonly Instant[], timeZone: string): DayOfTimes[] {
  const days: { date: string; starts: Instant[] }[] = [];
  for (const start of starts) {
    const date = localDate(start, timeZone);
    const last = days.at(-1);
    if (last?.date === date) last.starts.push(start);
    else days.push({ date, starts: [start] });
  }
  return days;
}
