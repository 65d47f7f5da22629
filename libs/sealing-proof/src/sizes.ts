import type { Bytes } from './bytes';
import { refuse } from './proof-refusal';

/** Bytes a text is padded to: who stores it learns which of these it fits in and nothing finer. */
export const BUCKETS = [2, 4, 8, 16, 32, 64, 128, 256].map((kibibytes) => kibibytes * 1024);
/** What Poly1305 adds. */
export const TAG_LENGTH = 16;
export const KEY_LENGTH = 32;
export const HASH_LENGTH = 32;
export const NONCE_LENGTH = 24;
export const SIGNATURE_LENGTH = 64;

export function requireSealedSize(ciphertext: Bytes): Bytes {
  if (!BUCKETS.includes(ciphertext.length - TAG_LENGTH)) throw refuse('size-not-allowed');
  return ciphertext;
}
