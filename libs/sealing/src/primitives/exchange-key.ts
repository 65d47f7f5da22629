import { x25519 } from '@noble/curves/ed25519.js';
import type { Bytes } from '@visavis/sealing-proof';

/** The X25519 public key of a secret. */
export function exchangeKeyOf(xSecret: Bytes): Bytes {
  return x25519.getPublicKey(xSecret);
}
