import * as z from 'zod';
import { missingOr } from './values';

/*
 * Control characters and lone surrogates are refused: PostgreSQL cannot store NUL and the surrogates, a hash of a text
 * that cannot be stored proves nothing, and a line break never belongs in a name that reaches a mail header. Nor does
 * an override of the writing direction, which would turn round the sentence that the name stands in.
 */
const FORBIDDEN_IN_LINE = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;
/** Zero-width characters and spaces alone are no name. */
const INVISIBLE = /^[\p{Cf}\p{Z}]+$/u;
const FORBIDDEN_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** One line that is not empty; it may reach the head of a letter. */
export function oneLine(max: number) {
  return line(max)
    .min(1, { error: 'required', abort: true })
    .refine((text) => !INVISIBLE.test(text), { error: 'required' });
}

/** One line that may be empty. */
export function line(max: number) {
  return trimmed(max, FORBIDDEN_IN_LINE);
}

/** Text of several lines that may be empty. */
export function freeText(max: number) {
  return trimmed(max, FORBIDDEN_IN_TEXT);
}

/** Text of several lines that is not empty. */
export function neededText(max: number) {
  return freeText(max).min(1, { error: 'required' });
}

/** What is far too long is refused before it is read; white space around it does not count. */
function trimmed(max: number, forbidden: RegExp) {
  return z
    .string({ error: missingOr('invalid') })
    .max(max * 2, { error: 'too-long' })
    .refine((text) => text.isWellFormed() && !forbidden.test(text), { error: 'control-characters' })
    .trim()
    .max(max, { error: 'too-long' });
}
