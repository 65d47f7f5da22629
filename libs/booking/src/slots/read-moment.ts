import { DAY, MINUTE, type Instant } from '@visavis/kernel';
import type { Moment } from './slot-input';

/**
 * Epoch milliseconds of a moment, or NaN when it is none. Any safe integer is one: a caller may mean "for ever" by it.
 *
 * `Date.parse` will not do: it reads text without an offset in the server's zone and lets 30 February through.
 * `Temporal` is strict but fifty times slower, so it only sees the forms that are rare on our wires.
 */
export function readMoment(value: Moment): Instant {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? value : NaN;
  }
  if (typeof value !== 'string') return NaN;
  const usual = readUsualForm(value);
  return Number.isNaN(usual) ? readAnyForm(value) : usual;
}

/** Day number since 1970-01-01 of `YYYY-MM-DD`, or NaN when there is no such date. */
export function readDate(text: string): number {
  return typeof text === 'string' && text.length === 10 ? readDay(text) : NaN;
}

/** Minutes since midnight of `HH:MM` from `00:00` to `24:00`, or NaN. */
export function readClock(text: string): number {
  if (typeof text !== 'string' || text.length !== 5 || text[2] !== ':') return NaN;
  const hour = digits(text, 0, 2);
  const minute = digits(text, 3, 5);
  return (hour < 24 && minute < 60) || (hour === 24 && minute === 0) ? hour * 60 + minute : NaN;
}

/** `2026-06-01T07:00:00Z` and `2026-06-01T07:00:00.000Z`; NaN for anything else. */
function readUsualForm(text: string): number {
  const milliseconds = text.length === 24 && text[19] === '.' ? digits(text, 20, 23) : 0;
  if (text.length !== 20 && text.length !== 24) return NaN;
  if (text[10] !== 'T' || text[13] !== ':' || text[16] !== ':' || text[text.length - 1] !== 'Z') return NaN;
  const hour = digits(text, 11, 13);
  const minute = digits(text, 14, 16);
  const second = digits(text, 17, 19);
  if (!(hour < 24 && minute < 60 && second < 60)) return NaN;
  return readDay(text) * DAY + (hour * 60 + minute) * MINUTE + second * 1000 + milliseconds;
}

function readAnyForm(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return NaN; // the caller names the field
  }
}

function readDay(text: string): number {
  if (text[4] !== '-' || text[7] !== '-') return NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  // Date.UTC reads years below 100 as 19xx; nobody is supervised then.
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return NaN;
  return Date.UTC(year, month - 1, day) / DAY;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}
