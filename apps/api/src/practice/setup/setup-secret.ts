import { createHmac, timingSafeEqual } from 'node:crypto';

/** The secret of the one-time link on the console: derived, so that every process of an instance prints the same. */
export function setupSecret(key: Buffer): string {
  return createHmac('sha256', key).update('setup\n1').digest().subarray(0, 16).toString('base64url');
}

export function isSetupSecret(key: Buffer, given: string): boolean {
  const wanted = Buffer.from(setupSecret(key));
  const asked = Buffer.from(given);
  return asked.length === wanted.length && timingSafeEqual(asked, wanted);
}
