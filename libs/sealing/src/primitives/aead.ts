import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { type Bytes, KEY_LENGTH, NONCE_LENGTH, requireLength } from '@visavis/sealing-proof';
import { refuse } from '../sealing-refusal';
import { draw, type Random } from './random';

export interface Sealed {
  readonly nonce: Bytes;
  readonly ciphertext: Bytes;
}

/** Drawn for one seal and used for no other. */
export function newNonce(random: Random): Bytes {
  return draw(random, NONCE_LENGTH);
}

/** XChaCha20-Poly1305. Its nonce is long enough to be drawn: no counter that a restored device could repeat. */
export function seal(key: Bytes, aad: Bytes, plaintext: Bytes, random: Random): Sealed {
  const nonce = newNonce(random);
  return {
    nonce,
    ciphertext: xchacha20poly1305(requireLength(key, KEY_LENGTH), nonce, aad).encrypt(plaintext),
  };
}

export function open(key: Bytes, aad: Bytes, { nonce, ciphertext }: Sealed): Bytes {
  requireLength(nonce, NONCE_LENGTH);
  requireLength(key, KEY_LENGTH);
  try {
    return xchacha20poly1305(key, nonce, aad).decrypt(ciphertext);
  } catch {
    throw refuse('cannot-open');
  }
}
