import { type Bytes, KEY_LENGTH, requireLength } from '@visavis/sealing-proof';
import { refuse } from '../sealing-refusal';
import { draw, type Random } from './random';

/** Loaded with the first grant or comment: a journal that nobody else reads never asks for it. */
const suite = async () => (await import('./hpke-suite')).hpkeSuite;

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
  const hpke = await suite();
  try {
    const sender = await hpke.createSenderContext({
      recipientPublicKey: await hpke.kem.deserializePublicKey(whole(xPub)),
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
  const hpke = await suite();
  try {
    const recipient = await hpke.createRecipientContext({
      recipientKey: await hpke.kem.deserializePrivateKey(whole(xSecret)),
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
