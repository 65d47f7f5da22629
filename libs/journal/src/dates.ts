import { DAY } from '@visavis/kernel';

/*
 * Dates of the journal are the writer's own calendar dates, `YYYY-MM-DD`: they compare as text, and arithmetic on
 * them needs no time zone.
 */

export function addDays(date: string, days: number): string {
  return new Date(dayNumber(date) + days * DAY).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return (dayNumber(to) - dayNumber(from)) / DAY;
}

/** The same day a year before; the 29th of February becomes the 28th. */
export function yearBefore(date: string): string {
  const [year, rest] = [Number(date.slice(0, 4)) - 1, date.slice(4)];
  return `${String(year).padStart(4, '0')}${rest === '-02-29' ? '-02-28' : rest}`;
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
