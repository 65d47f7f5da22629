import * as z from 'zod';

/**
 * Shapes of typed text. Control characters (CR, LF and NUL among them) and lone surrogates are refused:
 * PostgreSQL cannot store the last two, and the first never belong in a name that reaches a mail header.
 * The message of each issue is a field error code of the kernel.
 */
const ONE_LINE_FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const TEXT_FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

export function oneLine(max: number) {
  return z
    .string({ error: missingOr('invalid') })
    .max(max * 2, { error: 'too-long' })
    .refine((text) => text.isWellFormed() && !ONE_LINE_FORBIDDEN.test(text), { error: 'control-characters' })
    .trim()
    .min(1, { error: 'required' })
    .max(max, { error: 'too-long' });
}

export function freeText(max: number) {
  return z
    .string({ error: missingOr('invalid') })
    .max(max * 2, { error: 'too-long' })
    .refine((text) => text.isWellFormed() && !TEXT_FORBIDDEN.test(text), { error: 'control-characters' })
    .trim()
    .max(max, { error: 'too-long' });
}

/** A moment on the wire: ISO 8601 with offset, seconds required. */
export const instantText = z.iso.datetime({ offset: true, error: missingOr('invalid-time') });

/** A calendar date of the supervisor: `YYYY-MM-DD`, existing in the Gregorian calendar. */
export const dateText = z.iso.date({ error: missingOr('invalid-date') });

/** "HH:MM", 00:00 to 23:59; as an end also "24:00". */
export const clockText = z
  .string({ error: missingOr('invalid-time') })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'invalid-time' });
export const clockEndText = z
  .string({ error: missingOr('invalid-time') })
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'invalid-time' });

/** An IANA zone known to the runtime that validates; offsets and POSIX rules are refused. */
export const timeZoneText = z
  .string({ error: missingOr('invalid-time-zone') })
  .max(64, { error: 'invalid-time-zone' })
  .refine(isTimeZone, { error: 'invalid-time-zone' });

const known = new Map<string, boolean>();

/** True for IANA names such as `Europe/Paris` or `UTC`, checked against the runtime's own zone data. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  let answer = known.get(name);
  if (answer === undefined) {
    answer = accepts(name);
    if (known.size < 1000) known.set(name, answer);
  }
  return answer;
}

function accepts(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false; // RangeError is how Intl says "unknown zone"
  }
}

/** `required` when nothing was sent, otherwise the given code. */
export function missingOr(code: string) {
  return (issue: { input?: unknown }) => (issue.input === undefined ? 'required' : code);
}

/** A whole number between two bounds, both included. */
export function wholeNumber(min: number, max: number) {
  return z
    .int({ error: missingOr('invalid') })
    .min(min, { error: 'too-small' })
    .max(max, { error: 'too-large' });
}

/** ISO 3166-1 alpha-2: which national numbering plan a number without + is read in. */
export const countryText = z
  .string({ error: missingOr('invalid') })
  .regex(/^[A-Z]{2}$/, { error: 'not-in-list' });
