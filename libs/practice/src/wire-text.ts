import { missingOr } from '@visavis/typed-text';
import * as z from 'zod';

/** An e-mail address as accounts keep it: lower case. */
export const emailText = z
  .string({ error: missingOr('invalid-email') })
  .trim()
  .max(254, { error: 'too-long' })
  .toLowerCase()
  .pipe(z.email({ error: 'invalid-email' }));

export const idText = z.uuid({ error: missingOr('invalid') });

/** A whole number in an address; repeated parameters are lists and refused. */
export function numberInQuery(min: number, max: number) {
  return z
    .string({ error: missingOr('invalid') })
    .regex(/^\d{1,9}$/, { error: 'invalid' })
    .transform(Number)
    .pipe(z.int().min(min, { error: 'too-small' }).max(max, { error: 'too-large' }));
}
