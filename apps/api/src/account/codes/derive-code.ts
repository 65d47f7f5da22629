import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a code is for; the two of a change of address differ, so that one cannot stand in for the other. */
export type CodePurpose = 'proof' | 'email-current' | 'email-new';

const DIGITS = 6;
const SECRET_BYTES = 24;

/**
 * Six digits derived from the configured key, the purpose and the row's random id: the worker that writes the
 * letter and the request that checks the code both compute it, and nobody stores it.
 */
export function codeOf(secretKey: Buffer, purpose: CodePurpose, id: string): string {
  const number = mac(secretKey, `code\n${purpose}\n${id}`).readUIntBE(0, 6) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** The secret in a link that lets a new password be chosen: 192 bits, base64url. */
export function resetSecret(secretKey: Buffer, id: string): string {
  return mac(secretKey, `password-reset\n${id}`).subarray(0, SECRET_BYTES).toString('base64url');
}

/** What a passkey signs in a ceremony: 256 bits, known before to nobody but us. */
export function challengeOf(secretKey: Buffer, id: string): Buffer {
  return mac(secretKey, `passkey-challenge\n${id}`);
}

/** In a time that tells nothing about where they differ. */
export function sameText(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function mac(secretKey: Buffer, text: string): Buffer {
  return createHmac('sha256', secretKey).update(text).digest();
}
