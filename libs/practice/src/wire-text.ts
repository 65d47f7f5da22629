import * as z from 'zod';

/** PostgreSQL can store neither NUL nor lone surrogates; the other control characters belong in no text either. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const isPlainText = (text: string) => text.isWellFormed() && !FORBIDDEN.test(text);
const isOneLine = (text: string) => isPlainText(text) && !/[\t\r\n\u2028\u2029]/.test(text);

/** One line that is not empty; it may reach the head of a letter. */
export function oneLine(max: number) {
  return line(max).min(1, { error: 'required' });
}

/** One line that may be empty. */
export function line(max: number) {
  return z
    .string({ error: missingOr('invalid') })
    .max(max * 2, { error: 'too-long' })
    .refine(isOneLine, { error: 'control-characters' })
    .trim()
    .max(max, { error: 'too-long' });
}

/** Text of several lines that may be empty. */
export function paragraph(max: number) {
  return z
    .string({ error: missingOr('invalid') })
    .max(max * 2, { error: 'too-long' })
    .refine(isPlainText, { error: 'control-characters' })
    .trim()
    .max(max, { error: 'too-long' });
}

/** Text of several lines that is not empty. */
export function notice(max: number) {
  return z
    .string({ error: missingOr('required') })
    .refine(isPlainText, { error: 'control-characters' })
    .trim()
    .min(1, { error: 'required' })
    .max(max, { error: 'too-long' });
}

/** An e-mail address as accounts keep it: lower case. */
export const emailText = z
  .string({ error: missingOr('invalid-email') })
  .trim()
  .max(254, { error: 'too-long' })
  .toLowerCase()
  .pipe(z.email({ error: 'invalid-email' }));

/** `required` when nothing was sent, otherwise the given field error code. */
export function missingOr(code: string) {
  return (issue: { input?: unknown }) => (issue.input === undefined ? 'required' : code);
}

export const idText = z.uuid({ error: missingOr('invalid') });

/** A whole number in an address; repeated parameters are lists and refused. */
export function numberInQuery(min: number, max: number) {
  return z
    .string({ error: missingOr('invalid') })
    .regex(/^\d{1,9}$/, { error: 'invalid' })
    .transform(Number)
    .pipe(z.int().min(min, { error: 'too-small' }).max(max, { error: 'too-large' }));
}
