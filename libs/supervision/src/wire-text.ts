import { missingOr } from '@visavis/typed-text';
import * as z from 'zod';

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
