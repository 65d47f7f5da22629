import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';

/** PostgreSQL can store neither NUL nor lone surrogates; the other control characters belong in no text either. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const isPlainText = (text: string) => text.isWellFormed() && !FORBIDDEN.test(text);
const isOneLine = (text: string) => isPlainText(text) && !/[\t\r\n\u2028\u2029]/.test(text);

const notice = z
  .string({ error: 'required' })
  .refine(isPlainText, { error: 'control-characters' })
  .trim()
  .min(1, { error: 'required' })
  .max(20_000, { error: 'too-long' });
const inBothLanguages = z.strictObject(
  Object.fromEntries(LANGUAGES.map((l) => [l, notice])) as Record<'fr' | 'en', typeof notice>,
);

/** An origin that may embed the booking page: https, or http on the loopback for trials; no path. */
export const embedOrigin = z
  .string({ error: 'required' })
  .max(200, { error: 'too-long' })
  .regex(/^(https:\/\/[a-z0-9.-]+(:\d{1,5})?|http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?)$/, {
    error: 'invalid-address',
  });

/** `PUT /api/practice` (owners): all settings at once. */
export const practiceWish = z.strictObject({
  name: z
    .string({ error: 'required' })
    .refine(isOneLine, { error: 'control-characters' })
    .trim()
    .min(1, { error: 'required' })
    .max(120, { error: 'too-long' }),
  country: z.string({ error: 'required' }).regex(/^[A-Z]{2}$/, { error: 'not-in-list' }),
  retentionMonths: z.int({ error: 'invalid' }).min(1, { error: 'too-small' }).max(36, { error: 'too-large' }),
  allowedOrigins: z.array(embedOrigin).max(20, { error: 'too-long' }),
  privacyNotice: inBothLanguages,
  imprint: inBothLanguages,
});
export type PracticeWish = z.output<typeof practiceWish>;

/** `GET /api/practice` */
export const practiceSettingsReply = practiceWish.extend({ slug: z.string() });
export type PracticeSettingsReply = z.output<typeof practiceSettingsReply>;
