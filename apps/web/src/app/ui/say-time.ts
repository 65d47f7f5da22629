import { DAY, type Instant } from '@visavis/kernel';
import { INTL_LOCALE, LANGUAGE } from './language';
import type { LocalDate } from './local-date';
import { wallTimeAt } from './zone-clock';

const dayFormat = new Intl.DateTimeFormat(INTL_LOCALE, {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const dayYearFormat = new Intl.DateTimeFormat(INTL_LOCALE, {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const weekdayFormat = new Intl.DateTimeFormat(INTL_LOCALE, { timeZone: 'UTC', weekday: 'long' });
const shortWeekdayFormat = new Intl.DateTimeFormat(INTL_LOCALE, { timeZone: 'UTC', weekday: 'short' });
const rangeFormat = new Intl.DateTimeFormat(INTL_LOCALE, {
  timeZone: 'UTC',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** « jeudi 26 novembre » */
export function sayDay(date: LocalDate): string {
  return withFirst(dayFormat.format(Date.parse(date)).replace(',', ''));
}

/** « jeudi 26 novembre 2026 » */
export function sayDayAndYear(date: LocalDate): string {
  return withFirst(dayYearFormat.format(Date.parse(date)).replace(',', ''));
}

/** The first of a month is « 1er » in French. */
function withFirst(text: string): string {
  return LANGUAGE === 'fr' ? text.replace(/\b1(?=[ \u2009–])/gu, '1er') : text;
}

/** « 23–29 novembre 2026 » */
export function sayDateRange(from: LocalDate, to: LocalDate): string {
  return withFirst(rangeFormat.formatRange(Date.parse(from), Date.parse(to)));
}

/** ISO weekday, 1 (Monday) to 7, in words. 2024-01-01 was a Monday. */
export function sayWeekday(weekday: number): string {
  return weekdayFormat.format(Date.UTC(2024, 0, 1) + (weekday - 1) * DAY);
}

/** « lun. » */
export function sayShortWeekday(weekday: number): string {
  return shortWeekdayFormat.format(Date.UTC(2024, 0, 1) + (weekday - 1) * DAY);
}

/** Minutes since midnight: « 10 h 30 », "10:30". */
export function sayMinute(minute: number): string {
  const hour = Math.floor(minute / 60) % 24;
  const rest = String(minute % 60).padStart(2, '0');
  if (LANGUAGE === 'en') return `${String(hour).padStart(2, '0')}:${rest}`;
  return rest === '00' ? `${hour}\u00a0h` : `${hour}\u00a0h\u00a0${rest}`;
}

export function sayClock(zone: string, at: Instant): string {
  return sayMinute(wallTimeAt(zone, at).minute);
}

/** « 10 h 30 – 11 h » */
export function sayClockRange(zone: string, start: Instant, end: Instant): string {
  return `${sayClock(zone, start)}\u2009–\u2009${sayClock(zone, end)}`;
}

/** « jeudi 26 novembre, 10 h 30 » */
export function sayMoment(zone: string, at: Instant): string {
  const { date, minute } = wallTimeAt(zone, at);
  return `${sayDay(date)}, ${sayMinute(minute)}`;
}

/** Minutes: « 45 min », « 1 h 30 » */
export function sayLength(minutes: number): string {
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return rest === 0
    ? `${minutes / 60}\u00a0h`
    : `${Math.floor(minutes / 60)}\u00a0h\u00a0${String(rest).padStart(2, '0')}`;
}

/** "HH:MM" of a clock input, from minutes since midnight. */
export function clockValue(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** Minutes since midnight from "HH:MM"; "24:00" is 1440. NaN for anything else. */
export function minutesOf(clock: string): number {
  const match = /^(\d{2}):(\d{2})$/.exec(clock);
  return match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN;
}
