import { Chacha20Poly1305 } from '@hpke/chacha20poly1305';
import { CipherSuite, HkdfSha256 } from '@hpke/core';
import { DhkemX25519HkdfSha256 } from '@hpke/dhkem-x25519';
import { type Bytes, KEY_LENGTH, requireLength } from '@visavis/sealing-proof';
import { refuse } from '../sealing-refusal';
import { draw, type Random } from './random';

/** RFC 9180, Base mode, the suite of its appendix A.2. */
export const hpkeSuite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Chacha20Poly1305(),
});

export interface Encapsulated {
  readonly enc: Bytes;
  readonly ciphertext: Bytes;
}

/** One fresh context and one seal each: the context's counter never matters. */
export async function sealTo(
  xPub: Bytes,
  info: Bytes,
  plaintext: Bytes,
  random: Random,
): Promise<Encapsulated> {
  try {
    const sender = await hpkeSuite.createSenderContext({
      recipientPublicKey: await hpkeSuite.kem.deserializePublicKey(whole(xPub)),
      info: whole(info),
      // Keying material of the ephemeral pair: DeriveKeyPair(ikm) of the RFC.
      ekm: whole(draw(random, KEY_LENGTH)),
    });
    const ciphertext = await sender.seal(whole(plaintext));
    return { enc: new Uint8Array(sender.enc), ciphertext: new Uint8Array(ciphertext) };
  } catch {
    throw refuse('cannot-open'); // a point without order: verifyIdentity refuses it earlier and by name
  }
}

export async function openFrom(
  xSecret: Bytes,
  info: Bytes,
  { enc, ciphertext }: Encapsulated,
): Promise<Bytes> {
  requireLength(enc, KEY_LENGTH);
  try {
    const recipient = await hpkeSuite.createRecipientContext({
      recipientKey: await hpkeSuite.kem.deserializePrivateKey(whole(xSecret)),
      enc: whole(enc),
      info: whole(info),
    });
    return new Uint8Array(await recipient.open(whole(ciphertext)));
  } catch {
    throw refuse('cannot-open');
  }
}

/** The library takes buffers: a view of a larger one would hand over all of it. */
function whole(bytes: Bytes): ArrayBuffer {
  return bytes.slice().buffer;
}
