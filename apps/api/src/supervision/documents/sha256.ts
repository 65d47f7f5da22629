import { createHash } from 'node:crypto';

/** SHA-256, 64 lower-case hexadecimal digits; text is hashed as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The same as bytes, as the rules want it handed in. */
export function sha256Bytes(data: Uint8Array): Uint8Array {
  return createHash('sha256').update(data).digest();
}
