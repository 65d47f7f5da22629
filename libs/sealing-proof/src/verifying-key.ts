import { ed25519 } from '@noble/curves/ed25519.js';
import { type Bytes, equalInConstantTime, requireLength } from './bytes';
import { refuse } from './proof-refusal';
import { KEY_LENGTH, SIGNATURE_LENGTH } from './sizes';

/** The public half of an Ed25519 key, known to be a good one. */
export interface VerifyingKey {
  readonly bytes: Bytes;
  verify(signature: Bytes, message: Bytes): Promise<boolean>;
}

/** Encoding of the neutral element: as R it would fit every message of a key whose owner wants that. */
const IDENTITY_POINT = Uint8Array.of(1, ...new Uint8Array(31));

/**
 * Reads a public key, through WebCrypto where it knows Ed25519 (it checks 1,000 signatures in 80 ms; the
 * fallback takes over a second). Import the key once for many signatures.
 */
export async function readVerifyingKey(bytes: Bytes): Promise<VerifyingKey> {
  requireGoodKey(bytes);
  const native = await importNative(bytes);
  if (!native) return fallbackVerifyingKey(bytes);
  return {
    bytes,
    verify: async (signature, message) =>
      isPlausible(signature) && crypto.subtle.verify('Ed25519', native, signature, message),
  };
}

/** The same without WebCrypto. */
export function fallbackVerifyingKey(bytes: Bytes): VerifyingKey {
  requireGoodKey(bytes);
  return {
    bytes,
    verify: async (signature, message) =>
      isPlausible(signature) &&
      ed25519.verify(signature, message, bytes, { zip215: false }) &&
      // noble checks the equation times eight; WebCrypto and libsodium check it as it is. With R in the
      // subgroup, as the key is, both mean the same: no browser shows what another refuses.
      ed25519.Point.fromBytes(signature.slice(0, KEY_LENGTH)).isTorsionFree(),
  };
}

/** Canonical, of the prime-order subgroup and not its neutral element: elsewhere implementations disagree. */
function requireGoodKey(bytes: Bytes): void {
  requireLength(bytes, KEY_LENGTH);
  if (!isGoodPoint(bytes)) throw refuse('key-malformed');
}

function isGoodPoint(bytes: Bytes): boolean {
  try {
    const point = ed25519.Point.fromBytes(bytes);
    return !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false; // not on the curve, or not its canonical encoding
  }
}

function isPlausible(signature: Bytes): boolean {
  return (
    signature.length === SIGNATURE_LENGTH &&
    !equalInConstantTime(signature.slice(0, KEY_LENGTH), IDENTITY_POINT)
  );
}

async function importNative(bytes: Bytes): Promise<NativeKey | null> {
  try {
    return await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']);
  } catch {
    return null; // the key is good, so what failed is the browser's knowledge of Ed25519
  }
}

type NativeKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;
