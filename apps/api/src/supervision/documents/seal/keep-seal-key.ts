import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Where a key belongs; a key moved to another row does not open. */
export interface SealKeyPlace {
  readonly practiceId: string;
  readonly id: string;
}

const NONCE = 12;
const TAG = 16;

/** AES-256-GCM under a key of its own, derived from SECRET_KEY (HKDF-SHA-256): nonce, ciphertext, tag. */
export function lockSealKey(secret: Buffer, place: SealKeyPlace, key: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', wrappingKey(secret, place), nonce).setAAD(bind(place));
  return Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Error when it was locked with another SECRET_KEY, for another place, or has been changed */
export function unlockSealKey(secret: Buffer, place: SealKeyPlace, locked: Buffer): Buffer {
  const nonce = locked.subarray(0, NONCE);
  const decipher = createDecipheriv('aes-256-gcm', wrappingKey(secret, place), nonce)
    .setAAD(bind(place))
    .setAuthTag(locked.subarray(-TAG));
  return Buffer.concat([decipher.update(locked.subarray(NONCE, -TAG)), decipher.final()]);
}

function wrappingKey(secret: Buffer, { id }: SealKeyPlace): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, id, 'visavis seal certificate v1', 32));
}

function bind({ practiceId, id }: SealKeyPlace): Buffer {
  return Buffer.from(`seal-certificate|${practiceId}|${id}`);
}
