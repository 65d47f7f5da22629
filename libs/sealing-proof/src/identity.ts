import { x25519 } from '@noble/curves/ed25519.js';
import { type Bytes, requireLength } from './bytes';
import { requireId } from './ids';
import { pae, SUITE } from './pae';
import { refuse } from './proof-refusal';
import { KEY_LENGTH } from './sizes';
import { readVerifyingKey, type VerifyingKey } from './verifying-key';

/** The public keys of a person, an immutable row: a change is a new row. */
export interface PublicIdentity {
  readonly userId: string;
  /** Ed25519. */
  readonly edPub: Bytes;
  /** X25519, to which grants are encrypted. */
  readonly xPub: Bytes;
  /** Of the Ed25519 key over both: who confirms the one by its words has confirmed the other. */
  readonly xkeySignature: Bytes;
}

export function xkeyMessage({ userId, edPub, xPub }: Omit<PublicIdentity, 'xkeySignature'>): Bytes {
  requireLength(edPub, KEY_LENGTH);
  requireLength(xPub, KEY_LENGTH);
  return pae(SUITE, 'xkey', requireId(userId), edPub, xPub);
}

/** The signing key of a row of public keys, once the row has proven to be one person's. */
export async function verifyIdentity(identity: PublicIdentity): Promise<VerifyingKey> {
  const key = await readVerifyingKey(identity.edPub);
  if (!(await key.verify(identity.xkeySignature, xkeyMessage(identity)))) throw refuse('key-not-signed');
  requireGoodExchangeKey(identity.xPub);
  return key;
}

/** Refuses the points that give everybody the same shared secret (RFC 7748, section 6.1). */
function requireGoodExchangeKey(xPub: Bytes): void {
  try {
    x25519.getSharedSecret(new Uint8Array(KEY_LENGTH).fill(1), xPub);
  } catch {
    throw refuse('key-malformed');
  }
}
