import { isTimeZone } from '@visavis/typed-text';
import { ROLES } from '@visavis/account';
import { LANGUAGES } from '@visavis/kernel';
import { embedOrigin, isReservedSlug, slugText } from '@visavis/practice';
import { isSupportedCountry } from 'libphonenumber-js';
import { randomUUIDv7 } from 'node:crypto';
import * as z from 'zod';
import { hashPassword } from '../account/password';
import { defaultImprint, defaultPrivacyNotice } from './default-notices';
import { DEFAULT_OFFERS } from './default-offers';

/** Months after which a call that led nowhere is erased, unless the owner decides otherwise. */
const RETENTION_MONTHS = 12;

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const line = (max: number) =>
  z
    .string('text')
    .refine((text) => text.isWellFormed() && !CONTROL.test(text), 'one line without control characters')
    .trim()
    .min(1, 'text')
    .max(max, `at most ${max} characters`);
const paragraph = z
  .string('text')
  .refine((text) => text.isWellFormed() && !text.includes('\u0000'), 'text')
  .max(5_000, 'at most 5000 characters');

const slug = z
  .string('text')
  .refine((text) => !isReservedSlug(text), 'this word is reserved, choose another')
  .refine(
    (text) => isReservedSlug(text) || slugText.safeParse(text).success,
    '2 to 60 of a-z, 0-9 and single hyphens',
  );
const origin = z
  .string('text')
  .refine((text) => embedOrigin.safeParse(text).success, 'an origin such as https://www.example.org');

const newSupervisor = z
  .strictObject({
    slug,
    name: line(120),
    email: z.email('an e-mail address').max(254, 'at most 254 characters'),
    /** Of a new account; without it the address has one already, which joins. */
    password: z
      .string('text')
      .min(12, 'at least 12 characters')
      .max(1024, 'at most 1024 characters')
      .optional(),
    /** Base32, as an authenticator keeps it: for a demo or a trial, where nobody can enrol one first. */
    totpSecret: z
      .string('text')
      .regex(/^[A-Z2-7]{32}$/, '32 letters of base32')
      .optional(),
    timeZone: z.string('an IANA time zone').refine(isTimeZone, 'an IANA time zone such as Europe/Paris'),
    language: z.enum(LANGUAGES, `one of ${LANGUAGES.join(', ')}`),
    roles: z
      .array(z.enum(ROLES, `one of ${ROLES.join(', ')}`), `a list of ${ROLES.join(', ')}`)
      .refine(allDiffer, 'each once')
      .refine((roles) => roles.includes('supervisor'), 'supervisor among them'),
    introduction: z.strictObject({ fr: paragraph, en: paragraph }),
  })
  .refine(({ password, totpSecret }) => totpSecret === undefined || password !== undefined, {
    path: ['totpSecret'],
    message: 'only with a password, for a new account',
  });

/** What an operator hands in to create a practice. */
export const newPractice = z
  .strictObject({
    practice: z.strictObject({
      slug,
      name: line(120),
      country: z
        .string('a country code')
        .refine((code) => isSupportedCountry(code), 'a country code such as FR'),
      allowedOrigins: z.array(origin).max(20, 'at most 20').default([]),
    }),
    supervisors: z.array(newSupervisor).min(1, 'at least one').max(50, 'at most 50'),
  })
  .refine(({ supervisors }) => supervisors.some(({ roles }) => roles.includes('owner')), {
    path: ['supervisors'],
    message: 'at least one with role owner',
  })
  .refine(({ supervisors }) => allDiffer(supervisors.map(({ slug }) => slug)), {
    path: ['supervisors'],
    message: 'slugs must differ',
  })
  .refine(({ supervisors }) => allDiffer(supervisors.map(({ email }) => email.toLowerCase())), {
    path: ['supervisors'],
    message: 'e-mail addresses must differ',
  });
export type NewPractice = z.output<typeof newPractice>;

/** The practice with ids, hashed passwords and default texts, as the function `create_practice` takes it. */
export async function prepareNewPractice(
  { practice, supervisors }: NewPractice,
  secretOf: (password: string) => Promise<string> = hashPassword,
) {
  const owner = supervisors.find(({ roles }) => roles.includes('owner'));
  if (owner === undefined) throw new Error('a practice without an owner passed its shape');
  const facts = { practice: practice.name, owner, retentionMonths: RETENTION_MONTHS };
  return {
    ...practice,
    id: randomUUIDv7(),
    auditId: randomUUIDv7(),
    privacyNotice: defaultPrivacyNotice(facts),
    imprint: defaultImprint(facts),
    supervisors: await Promise.all(
      supervisors.map(async ({ password, totpSecret: _sealedApart, ...supervisor }) => ({
        ...supervisor,
        id: randomUUIDv7(),
        accountId: randomUUIDv7(),
        credentialId: randomUUIDv7(),
        memberId: randomUUIDv7(),
        passwordHash: password === undefined ? null : await secretOf(password),
        offers: Object.entries(DEFAULT_OFFERS).map(([kind, offer]) => ({
          id: randomUUIDv7(),
          kind,
          ...offer,
        })),
      })),
    ),
  };
}

function allDiffer(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
