import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from './bytes';

export function sha256(bytes: Bytes): Bytes {
  return nobleSha256(bytes);
}

/** The same through WebCrypto where it is there: beside this thread, and many times as fast for a whole text. */
export async function sha256Aside(bytes: Bytes): Promise<Bytes> {
  const native = globalThis.crypto?.subtle as SubtleDigest | undefined;
  return native ? new Uint8Array(await native.digest('SHA-256', bytes)) : sha256(bytes);
}

/** Outside of a secure context there is none. */
type SubtleDigest = Pick<typeof crypto.subtle, 'digest'>;
