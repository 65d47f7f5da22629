import { ed25519 } from '@noble/curves/ed25519.js';
import { type Bytes, concat, fromHex, KEY_LENGTH, requireLength } from '@visavis/sealing-proof';

/** The secret half of an Ed25519 key. */
export interface SigningKey {
  readonly publicKey: Bytes;
  sign(message: Bytes): Promise<Bytes>;
}

/** PKCS #8 around a seed (RFC 8410, section 7), which is how WebCrypto takes one. */
const PKCS8_PREFIX = fromHex('302e020100300506032b657004220420');

/** Through WebCrypto where it knows Ed25519. */
export async function readSigningKey(seed: Bytes): Promise<SigningKey> {
  const fallback = fallbackSigningKey(seed);
  const native = await importNative(seed);
  if (!native) return fallback;
  return {
    publicKey: fallback.publicKey,
    sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', native, message)),
  };
}

/** The same without WebCrypto. */
export function fallbackSigningKey(seed: Bytes): SigningKey {
  requireLength(seed, KEY_LENGTH);
  return {
    publicKey: ed25519.getPublicKey(seed),
    sign: async (message) => ed25519.sign(message, seed),
  };
}

async function importNative(
  seed: Bytes,
): Promise<Awaited<ReturnType<typeof crypto.subtle.importKey>> | null> {
  try {
    return await crypto.subtle.importKey('pkcs8', concat(PKCS8_PREFIX, seed), 'Ed25519', false, ['sign']);
  } catch {
    return null; // any seed is a good one, so what failed is the browser's knowledge of Ed25519
  }
}
