import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Whose secret it is: sealed text opens nowhere else. */
export interface SealedFor {
  readonly accountId: string;
  readonly credentialId: string;
}

/** Text sealed at rest: AES-256-GCM under a key derived from SECRET_KEY, bound to its row. `v1.` and base64url. */
export function seal(secretKey: Buffer, whose: SealedFor, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyOf(secretKey), nonce).setAAD(bindingOf(whose));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `v1.${Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url')}`;
}

/** @throws Error for text that was changed, or sealed for another row or under another key */
export function unseal(secretKey: Buffer, whose: SealedFor, sealed: string): string {
  const bytes = Buffer.from(sealed.replace(/^v1\./, ''), 'base64url');
  const tag = bytes.subarray(-TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secretKey), bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bindingOf(whose)).setAuthTag(tag);
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]).toString(
    'utf8',
  );
}

function keyOf(secretKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', 'visavis sealed credentials v1', 32));
}

function bindingOf({ accountId, credentialId }: SealedFor): Buffer {
  return Buffer.from(`${accountId}\n${credentialId}`);
}
