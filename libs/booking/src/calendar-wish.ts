import { DAY, LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';
import { missingOr, wholeNumber } from '@visavis/typed-text';

/**
 * `GET /api/public/:practice/:supervisor/slots?from=YYYY-MM-DD&days=n`: UTC dates; a parameter given twice is not a
 * string any more and refused.
 */
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

/** Two months on one screen; more would be an export. */
const LONGEST_RANGE = 62 * DAY;

const moment = z.iso
  .datetime({ offset: true, error: missingOr('invalid-time') })
  .transform((text) => Date.parse(text));

/** `GET /api/appointments?from&to`, ISO instants; read as epoch milliseconds. */
export const weekQuery = z
  .strictObject({ from: moment, to: moment })
  // Written so that a NaN, already named as an invalid time, is not named again.
  .refine(({ from, to }) => !(from >= to), { path: ['to'], error: 'too-small' })
  .refine(({ from, to }) => !(to - from > LONGEST_RANGE), { path: ['to'], error: 'too-large' });
export type WeekQuery = z.output<typeof weekQuery>;

const language = z.enum(LANGUAGES, { error: 'not-in-list' });

/** `GET /api/holidays?year=2026`; names in `language`, or in the supervisor's own. */
export const holidaysQuery = z.strictObject({
  year: z
    .string({ error: 'required' })
    .regex(/^\d{4}$/, { error: 'invalid' })
    .transform(Number)
    .pipe(z.int().min(2000, { error: 'too-small' }).max(2100, { error: 'too-large' })),
  language: language.optional(),
});
export type HolidaysQuery = z.output<typeof holidaysQuery>;

/** `GET /api/holidays/countries?language=fr` */
export const countriesQuery = z.strictObject({ language: language.default('fr') });
export type CountriesQuery = z.output<typeof countriesQuery>;

/** `POST /api/appointments/:id/cancel` */
export const cancelWish = z.strictObject({ sequence: wholeNumber(0, 1_000_000) });
export type CancelWish = z.output<typeof cancelWish>;

/** `POST /api/blocks/:id/remove`: this one, this one and the later ones of its series, or the whole series. */
export const BLOCK_SCOPES = ['one', 'following', 'all'] as const;
export type BlockScope = (typeof BLOCK_SCOPES)[number];
export const removeBlockWish = z.strictObject({
  scope: z.enum(BLOCK_SCOPES, { error: missingOr('not-in-list') }),
});
export type RemoveBlockWish = z.output<typeof removeBlockWish>;
export const removedBlocksReply = z.object({ removed: z.number().int() });
