import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, pae, SUITE } from '@visavis/sealing-proof';

type Context = readonly (string | Bytes)[];

/** Extracting begins with the same two blocks whatever the key, and so does expanding one key for each of its uses. */
const extracting = hmac.create(sha256, new Uint8Array(sha256.outputLen));
const FIRST = Uint8Array.of(1);

/**
 * HKDF-SHA-256 with an empty salt, 32 bytes, which is one block. Every key has one use, named in its info with all that it belongs to, so a key
 * of one place opens nothing in another. Keys with several sub-keys are extracted once.
 */
export function derivationFrom(key: Bytes): (...context: Context) => Bytes {
  const expanding = hmac.create(sha256, extracting.clone().update(key).digest());
  return (...context) =>
    expanding
      .clone()
      .update(pae(SUITE, ...context))
      .update(FIRST)
      .digest() as Bytes;
}

export function derive(key: Bytes, ...context: Context): Bytes {
  return derivationFrom(key)(...context);
}
