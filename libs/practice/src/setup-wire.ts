import { LANGUAGES, type Language } from '@visavis/kernel';
import * as z from 'zod';
import { slugText } from './slug';
import { missingOr, oneLine } from '@visavis/typed-text';
import { emailText } from './wire-text';

/**
 * `POST /api/setup`: the first practice of an instance and its owner. `secret` is the fragment of the link on
 * the console; a wrong one is 404, the right one after the set-up 409 `already-set-up`.
 */
export const setupWish = z.strictObject({
  secret: z.string({ error: missingOr('invalid') }).max(100, { error: 'too-long' }),
  practice: z.strictObject({
    slug: slugText,
    name: oneLine(120),
    country: z.string({ error: missingOr('invalid') }).regex(/^[A-Z]{2}$/, { error: 'not-in-list' }),
  }),
  owner: z.strictObject({
    name: oneLine(120),
    email: emailText,
    password: z
      .string({ error: missingOr('invalid') })
      .min(1, { error: 'required' })
      .max(1024, { error: 'too-long' }),
    language: z.enum(LANGUAGES, { error: missingOr('not-in-list') }),
    /** IANA zone of the owner's calendar. */
    timeZone: z.string({ error: missingOr('invalid-time-zone') }).max(64, { error: 'invalid-time-zone' }),
  }),
});
export type SetupWish = z.output<typeof setupWish>;

export const setupReply = z.object({ practice: z.object({ slug: z.string(), name: z.string() }) });
export type SetupReply = z.output<typeof setupReply>;

export function setupPath(language: Language, secret: string): string {
  return `/app/${language}/setup#${secret}`;
}
