import { Dhkem, XCurveDhkemPrimitives } from '@hpke/common';
import { AeadId, CipherSuite, HkdfSha256, KemId } from '@hpke/core';
import type { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { x25519 } from '@noble/curves/ed25519.js';
import type { Bytes } from '@visavis/sealing-proof';

/** Handed in by whoever has them already, so that they stand in one file only. */
export interface Primitives {
  readonly x25519: typeof x25519;
  readonly chacha20poly1305: typeof chacha20poly1305;
}

/** Of every key and secret of X25519, in bytes. */
const KEY_BYTES = 32;

/**
 * RFC 9180, Base mode, the suite of its appendix A.2. The library's own parts for it, `@hpke/dhkem-x25519` and
 * `@hpke/chacha20poly1305`, carry copies of the same curve and cipher, 6 kB of them; tests hold both against each other.
 */
export function hpkeSuite({ x25519, chacha20poly1305 }: Primitives): CipherSuite {
  return new CipherSuite({
    kem: new X25519HkdfSha256(x25519),
    kdf: new HkdfSha256(),
    aead: {
      id: AeadId.Chacha20Poly1305,
      keySize: KEY_BYTES,
      nonceSize: 12,
      tagSize: 16,
      createEncryptionContext: (key) => {
        const cipher = (nonce: Given, aad: Given) =>
          chacha20poly1305(bytesOf(key), bytesOf(nonce), bytesOf(aad));
        return {
          seal: async (nonce, plaintext, aad) => cipher(nonce, aad).encrypt(bytesOf(plaintext)).buffer,
          open: async (nonce, ciphertext, aad) => cipher(nonce, aad).decrypt(bytesOf(ciphertext)).buffer,
        };
      },
    },
  });
}

class X25519HkdfSha256 extends Dhkem {
  override readonly secretSize = KEY_BYTES;
  override readonly encSize = KEY_BYTES;
  override readonly publicKeySize = KEY_BYTES;
  override readonly privateKeySize = KEY_BYTES;

  constructor(curve: Primitives['x25519']) {
    const kdf = new HkdfSha256();
    // It asks a curve for nothing but the public half of a secret and what two keys share.
    const asked = curve as unknown as ConstructorParameters<typeof XCurveDhkemPrimitives>[2];
    super(KemId.DhkemX25519HkdfSha256, new XCurveDhkemPrimitives('X25519', KEY_BYTES, asked, kdf), kdf);
  }
}

type Given = ArrayBufferLike | ArrayBufferView;

function bytesOf(given: Given): Bytes {
  const { buffer, byteOffset, byteLength } = ArrayBuffer.isView(given) ? given : new Uint8Array(given);
  return new Uint8Array(buffer, byteOffset, byteLength) as Bytes;
}
