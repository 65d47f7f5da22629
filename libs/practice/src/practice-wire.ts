import { LANGUAGES, type Language } from '@visavis/kernel';
import * as z from 'zod';
import { notice, oneLine } from './wire-text';

const inBothLanguages = z.strictObject(
  Object.fromEntries(LANGUAGES.map((l) => [l, notice(20_000)])) as Record<
    Language,
    ReturnType<typeof notice>
  >,
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
  name: oneLine(120),
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
