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

/** The same day of the month, or the last one where that month is shorter. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}

/** The same day a year before; the 29th of February becomes the 28th. */
export function yearBefore(date: string): string {
  const [year, rest] = [Number(date.slice(0, 4)) - 1, date.slice(4)];
  return `${String(year).padStart(4, '0')}${rest === '-02-29' ? '-02-28' : rest}`;
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}
