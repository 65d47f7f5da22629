import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';
import { INTAKE_REASONS } from './words';
import { freeText, instantText, missingOr, oneLine, timeZoneText } from '@visavis/typed-text';
import { countryText } from './country-text';

/** As zod's own, but with at most 64 characters before the @ (RFC 5321), and for top-level domains in any letters. */
const ADDRESS =
  /^(?=[^@]{1,64}@)(?:[\w'+-]+\.)*[\w'+-]*[\w+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:[A-Za-z]{2,}|xn--[A-Za-z0-9-]+)$/;

/** A domain of other letters than ASCII is kept in the spelling that mail servers know. */
export const emailText = z
  .string({ error: missingOr('invalid-email') })
  .trim()
  .min(1, { error: 'required' })
  .max(254, { error: 'too-long' })
  .overwrite(withDomainInAscii)
  .max(254, { error: 'too-long' })
  .pipe(z.email({ pattern: ADDRESS, error: 'invalid-email' }));

/** `jean@exämple.fr` → `jean@xn--exmple-cua.fr`; what holds no such domain stays as it is. */
function withDomainInAscii(address: string): string {
  const [, before, domain] = /^([^@]+@)([^@\s/?#:\\[\]]+)$/.exec(address) ?? [];
  if (before === undefined || domain === undefined || !/[^\x00-\x7f]/.test(domain)) return address;
  const url = `http://${domain}`;
  return URL.canParse(url) ? before + new URL(url).hostname : address;
}

/** As typed; the API reads it with the country's rules and stores E.164. */
export const phoneText = oneLine(40);

export const intakeShape = {
  firstName: oneLine(100),
  lastName: oneLine(100),
  email: emailText,
  phone: phoneText,
  phoneCountry: countryText.optional(),
  reason: z.enum(INTAKE_REASONS, { error: missingOr('not-in-list') }),
  words: freeText(2000).optional(),
} as const;

/** `POST /api/public/:practice/:supervisor/bookings`: what a visitor asks for. */
export const bookingWish = z.strictObject({
  start: instantText,
  ...intakeShape,
  /** Consent to the privacy notice. */
  consent: z.literal(true, { error: missingOr('not-accepted') }),
  language: z.enum(LANGUAGES, { error: missingOr('not-in-list') }),
  timeZone: timeZoneText,
});
export type BookingWish = z.output<typeof bookingWish>;

/** The visitor's own changes, from the manage page. */
export const moveWish = z.strictObject({ start: instantText });
export type MoveWish = z.output<typeof moveWish>;

export const emailCorrection = z.strictObject({ email: emailText });
export type EmailCorrection = z.output<typeof emailCorrection>;
