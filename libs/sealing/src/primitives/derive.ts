import { expand, extract } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, KEY_LENGTH, pae, SUITE } from '@visavis/sealing-proof';

type Context = readonly (string | Bytes)[];

/**
 * HKDF-SHA-256 with an empty salt. Every key has one use, named in its info with all that it belongs to, so a key
 * of one place opens nothing in another. Keys with several sub-keys are extracted once.
 */
export function derivationFrom(key: Bytes): (...context: Context) => Bytes {
  const pseudoRandomKey = extract(sha256, key);
  return (...context) => expand(sha256, pseudoRandomKey, pae(SUITE, ...context), KEY_LENGTH);
}

export function derive(key: Bytes, ...context: Context): Bytes {
  return derivationFrom(key)(...context);
}
