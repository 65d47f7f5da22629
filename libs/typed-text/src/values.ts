import * as z from 'zod';

/** `required` when nothing was sent (null is how a form says "not yet"), otherwise the given field error code. */
export function missingOr(code: string) {
  return (issue: { input?: unknown }) =>
    issue.input === undefined || issue.input === null ? 'required' : code;
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
