import * as z from 'zod/mini';

/*
 * Shapes of what a person writes in the journal. The message of each issue is a field error code of the kernel.
 * Unlike elsewhere nothing is trimmed and control characters pass: no database reads a sealed text, and nothing that
 * was typed or pasted may be lost. Only lone surrogates are refused, which UTF-8 cannot carry.
 */

function missingOr(code: string) {
  return (issue: { input?: unknown }) => (issue.input === undefined ? 'required' : code);
}

export function text(max: number) {
  return z.string({ error: missingOr('invalid') }).check(
    z.maxLength(max, { error: 'too-long' }),
    z.refine((written) => written.isWellFormed(), { error: 'control-characters' }),
  );
}

export const whether = z.boolean({ error: missingOr('invalid') });

/** `YYYY-MM-DD`, existing in the Gregorian calendar. */
export const dateText = z.iso.date({ error: missingOr('invalid-date') });

export function decimal(min: number, max: number) {
  return z
    .number({ error: missingOr('invalid') })
    .check(z.minimum(min, { error: 'too-small' }), z.maximum(max, { error: 'too-large' }));
}

export function wholeNumber(min: number, max: number) {
  return z
    .int({ error: missingOr('invalid') })
    .check(z.minimum(min, { error: 'too-small' }), z.maximum(max, { error: 'too-large' }));
}

export function oneOf(values: readonly (string | number)[]) {
  return z.literal([...values], { error: missingOr('not-in-list') });
}

export function list<Each extends z.ZodMiniType>(each: Each, max: number) {
  return z.array(each, { error: missingOr('invalid') }).check(z.maxLength(max, { error: 'too-long' }));
}
