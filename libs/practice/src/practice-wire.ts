import { LANGUAGES, type Language } from '@visavis/kernel';
import * as z from 'zod';
import { ACCENTS } from './branding';
import { practiceErasureReply } from './data-wire';
import { freeText, line, missingOr, neededText, oneLine } from '@visavis/typed-text';

const inBothLanguages = z.strictObject(
  Object.fromEntries(LANGUAGES.map((l) => [l, neededText(20_000)])) as Record<
    Language,
    ReturnType<typeof neededText>
  >,
);

/** An origin that may embed the booking page: https, or http on the loopback for trials; no path. */
export const embedOrigin = z
  .string({ error: 'required' })
  .max(200, { error: 'too-long' })
  .regex(/^(https:\/\/[a-z0-9.-]+(:\d{1,5})?|http:\/\/(localhost|127\.0\.0\.1)(:\d{1,5})?)$/, {
    error: 'invalid-address',
  });

/** Numbers of French law: nine digits whose weighted sum Luhn checks, spaces forgiven; empty when there is none. */
const siren = line(20)
  .transform((text) => text.replaceAll(' ', ''))
  .pipe(z.string().refine((text) => text === '' || isSiren(text), { error: 'invalid' }));
const vatNumber = line(20)
  .transform((text) => text.replaceAll(' ', '').toUpperCase())
  .pipe(z.string().regex(/^([A-Z]{2}[0-9A-Z]{2,13})?$/, { error: 'invalid' }));

/** Who a contract or an invoice names; empty texts say "not given yet". */
export const legalMentions = z.strictObject({
  name: line(200),
  address: freeText(500),
  siren,
  vatNumber,
  insurance: z
    .strictObject({
      company: oneLine(120),
      policy: oneLine(60),
      validUntil: z.iso.date({ error: missingOr('invalid-date') }),
    })
    .nullable(),
});
export type LegalMentions = z.output<typeof legalMentions>;

/** `PUT /api/practice` (owners): all settings at once. */
export const practiceWish = z.strictObject({
  name: oneLine(120),
  country: z.string({ error: 'required' }).regex(/^[A-Z]{2}$/, { error: 'not-in-list' }),
  /** Languages of the public pages, the preferred one first. */
  languages: z
    .array(z.enum(LANGUAGES, { error: 'not-in-list' }), { error: missingOr('invalid') })
    .min(1, { error: 'required' })
    .refine((languages) => new Set(languages).size === languages.length, { error: 'invalid' }),
  accent: z.enum(ACCENTS, { error: missingOr('not-in-list') }),
  /** One line under the practice's name; may be empty. */
  motto: z.strictObject({ fr: line(120), en: line(120) }),
  legal: legalMentions,
  /** Prospects: calls that led nowhere. */
  retentionMonths: z.int({ error: 'invalid' }).min(1, { error: 'too-small' }).max(36, { error: 'too-large' }),
  /** Evidence of a contract, after its end. */
  contractRetentionYears: z
    .int({ error: missingOr('invalid') })
    .min(5, { error: 'too-small' })
    .max(30, { error: 'too-large' }),
  noteRetentionYears: z
    .int({ error: missingOr('invalid') })
    .min(1, { error: 'too-small' })
    .max(10, { error: 'too-large' }),
  allowedOrigins: z.array(embedOrigin).max(20, { error: 'too-long' }),
  privacyNotice: inBothLanguages,
  imprint: inBothLanguages,
});
export type PracticeWish = z.output<typeof practiceWish>;

/** `GET /api/practice` */
export const practiceSettingsReply = practiceWish.extend({
  slug: z.string(),
  /** Set while the practice waits for its erasure, which an owner can still take back. */
  erasure: practiceErasureReply.nullable(),
});
export type PracticeSettingsReply = z.output<typeof practiceSettingsReply>;

function isSiren(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = [...text].reduce((total, digit, at) => {
    const weighted = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (weighted > 9 ? weighted - 9 : weighted);
  }, 0);
  return sum % 10 === 0;
}
