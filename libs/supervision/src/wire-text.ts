import * as z from 'zod';

/**
 * Shapes of typed text, as in the booking subject. Control characters and lone surrogates are refused: a
 * database cannot store them, and a hash of a text that cannot be stored proves nothing. The message of each
 * issue is a field error code of the kernel.
 */
const ONE_LINE_FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const TEXT_FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** `required` when nothing was sent (a draft writes null for "not yet"), otherwise the given code. */
export function missingOr(code: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined || issue.input === null ? 'required' : code;
}

export function oneLine(max: number) {
  return z
    .string({ error: missingOr('invalid') })
    .max(max * 2, { error: 'too-long' })
    .refine((text) => text.isWellFormed() && !ONE_LINE_FORBIDDEN.test(text), { error: 'control-characters' })
    .trim()
    .min(1, { error: 'required' })
    .max(max, { error: 'too-long' });
}

/** Text of several lines, or a clause's Markdown; may be empty. */
export function freeText(max: number) {
  return z
    .string({ error: missingOr('invalid') })
    .max(max * 2, { error: 'too-long' })
    .refine((text) => text.isWellFormed() && !TEXT_FORBIDDEN.test(text), { error: 'control-characters' })
    .trim()
    .max(max, { error: 'too-long' });
}

export function neededText(max: number) {
  return freeText(max).min(1, { error: 'required' });
}

export const emailText = z
  .string({ error: missingOr('invalid-email') })
  .trim()
  .min(1, { error: 'required' })
  .max(254, { error: 'too-long' })
  .pipe(z.email({ error: 'invalid-email' }));

/** An address on the web that a reader may follow: https only, written as WHATWG URLs are read. */
export const webAddress = z
  .string({ error: missingOr('invalid-address') })
  .trim()
  .min(1, { error: 'required' })
  .max(500, { error: 'too-long' })
  .refine(isHttps, { error: 'invalid-address' });

function isHttps(text: string): boolean {
  return /^https:\/\/[^\s<>"\\]+$/.test(text) && URL.canParse(text);
}

/** A moment on the wire: ISO 8601 with offset, seconds required. */
export const instantText = z.iso.datetime({ offset: true, error: missingOr('invalid-time') });

/** A calendar date in the contract's own zone: `YYYY-MM-DD`, existing in the Gregorian calendar. */
export const dateText = z.iso.date({ error: missingOr('invalid-date') });

export const timeZoneText = z
  .string({ error: missingOr('invalid-time-zone') })
  .max(64, { error: 'invalid-time-zone' })
  .refine(isTimeZone, { error: 'invalid-time-zone' });

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false; // RangeError is how Intl says "unknown zone"
  }
}

/** A whole number between two bounds, both included. */
export function wholeNumber(min: number, max: number) {
  return z
    .int({ error: missingOr('invalid') })
    .min(min, { error: 'too-small' })
    .max(max, { error: 'too-large' });
}

export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: missingOr('not-in-list') });
}

export const yesOrNo = z.boolean({ error: missingOr('invalid') });

/** SHA-256, 64 lower-case hexadecimal digits. */
export const sha256Text = z
  .string({ error: missingOr('invalid') })
  .regex(/^[0-9a-f]{64}$/, { error: 'invalid' });

/** Epoch milliseconds, in replies. */
export const instant = z.number().int();

/** An object that knows its members; missing it is said as such. */
export function section<const Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, { error: missingOr('invalid') });
}

export function list<Item extends z.ZodType>(item: Item, most: number) {
  return z.array(item, { error: missingOr('invalid') }).max(most, { error: 'too-long' });
}
