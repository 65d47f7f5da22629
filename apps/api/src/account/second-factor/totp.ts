import type { Instant } from '@visavis/kernel';
import { timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** Milliseconds for which an authenticator shows one code. */
export const TOTP_STEP = 30_000;
/** Clocks differ: a code counts one step before and after its own. */
const WINDOW = 1;
const SECRET_BYTES = 20;

/** 160 random bits, base32. */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address an authenticator reads from a QR code. */
export function totpUri(secret: string, email: string): string {
  return generator(secret, email).toString();
}

/** The time steps, the earliest first, in which an authenticator shows this code about now. */
export function stepsOf(secret: string, code: string, now: Instant): number[] {
  const totp = generator(secret);
  const current = Math.floor(now / TOTP_STEP);
  const steps = Array.from({ length: 2 * WINDOW + 1 }, (_, index) => current - WINDOW + index);
  const given = Buffer.from(code);
  return steps.filter((step) => {
    const shown = Buffer.from(totp.generate({ timestamp: step * TOTP_STEP }));
    return shown.length === given.length && timingSafeEqual(shown, given);
  });
}

function generator(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: 'Visavis',
    label,
    secret: Secret.fromBase32(secret),
    period: TOTP_STEP / 1000,
    digits: 6,
    algorithm: 'SHA1',
  });
}
