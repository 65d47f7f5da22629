import { DAY } from '@visavis/kernel';

/** A calendar date, `YYYY-MM-DD`, without zone. */
export type LocalDate = string;

export function isLocalDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && utcDate(Date.parse(text)) === text
  );
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return utcDate(Date.parse(date) + days * DAY);
}

/** Whole days from `a` to `b`, negative when `b` comes first. */
export function daysBetween(a: LocalDate, b: LocalDate): number {
  return Math.round((Date.parse(b) - Date.parse(a)) / DAY);
}

/** ISO weekday, 1 (Monday) to 7. */
export function weekdayOf(date: LocalDate): number {
  return new Date(Date.parse(date)).getUTCDay() || 7;
}

export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date));
}

function utcDate(at: number): LocalDate {
  return new Date(at).toISOString().slice(0, 10);
}
