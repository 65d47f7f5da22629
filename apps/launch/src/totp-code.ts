import { Secret, TOTP } from 'otpauth';

const STEP_MS = 30_000;

/** The code an authenticator with this secret (base32) shows at `timestamp`, epoch milliseconds. */
export function totpCode(secret: string, timestamp: number = Date.now()): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp });
}

/** Milliseconds for which it is shown. */
export function totpLeft(timestamp: number = Date.now()): number {
  return STEP_MS - (timestamp % STEP_MS);
}
