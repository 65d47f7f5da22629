import * as z from 'zod';

/** `?from=YYYY-MM-DD&days=n`: UTC dates; a parameter given twice is not a string any more and refused. */
export const slotsQuery = z.strictObject({
  from: z.iso.date({ error: 'invalid-date' }).optional(),
  days: z
    .string({ error: 'invalid' })
    .regex(/^\d{1,2}$/, { error: 'invalid' })
    .transform(Number)
    .pipe(z.int().min(1, { error: 'too-small' }).max(62, { error: 'too-large' }))
    .optional(),
});
export type SlotsQuery = z.output<typeof slotsQuery>;

/** An act that needs no further words: no body, or an empty object. */
export const nothing = z.preprocess((body) => body ?? {}, z.strictObject({}));
