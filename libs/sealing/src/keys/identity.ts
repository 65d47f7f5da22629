import {
  type Bytes,
  concat,
  counter,
  equalInConstantTime,
  KEY_LENGTH,
  pae,
  type PublicIdentity,
  requireId,
  requireLength,
  SUITE,
  verifyIdentity,
  xkeyMessage,
} from '@visavis/sealing-proof';
import { open, seal } from '../primitives/aead';
import { exchangeKeyOf } from '../primitives/exchange-key';
import { draw, type Random } from '../primitives/random';
import { readSigningKey, type SigningKey } from '../primitives/signing-key';
import { refuse } from '../sealing-refusal';
import type { MasterKey } from './master-key';

/** Who one is to others, in one generation: a key to sign with and a key to receive with, independent of each other. */
export interface Identity {
  readonly publicKeys: PublicIdentity;
  readonly signing: SigningKey;
  readonly edSeed: Bytes;
  readonly xSecret: Bytes;
}

export interface WrappedIdentity extends PublicIdentity {
  readonly vaultId: string;
  readonly generation: number;
  readonly nonce: Bytes;
  readonly wrapped: Bytes;
}

export function newIdentity(userId: string, random: Random): Promise<Identity> {
  return identityOf(userId, draw(random, KEY_LENGTH), draw(random, KEY_LENGTH));
}

export async function identityOf(userId: string, edSeed: Bytes, xSecret: Bytes): Promise<Identity> {
  const signing = await readSigningKey(edSeed);
  const keys = { userId, edPub: signing.publicKey, xPub: exchangeKeyOf(requireLength(xSecret, KEY_LENGTH)) };
  const xkeySignature = await signing.sign(xkeyMessage(keys));
  return { publicKeys: { ...keys, xkeySignature }, signing, edSeed, xSecret };
}

export function wrapIdentity(master: MasterKey, identity: Identity, random: Random): WrappedIdentity {
  const header = {
    ...identity.publicKeys,
    vaultId: master.vaultId,
    generation: master.generation,
  };
  const secrets = concat(identity.edSeed, identity.xSecret);
  const { nonce, ciphertext } = seal(master.identity, identityHeader(header), secrets, random);
  return { ...header, nonce, wrapped: ciphertext };
}

/** Trusts no public key that it can compute: a pair put together from two people would let one read for the other. */
export async function openIdentity(master: MasterKey, row: WrappedIdentity): Promise<Identity> {
  if (row.vaultId !== master.vaultId || row.generation !== master.generation)
    throw refuse('generation-unknown');
  const secrets = open(master.identity, identityHeader(row), { nonce: row.nonce, ciphertext: row.wrapped });
  requireLength(secrets, 2 * KEY_LENGTH);
  const identity = await identityOf(row.userId, secrets.slice(0, KEY_LENGTH), secrets.slice(KEY_LENGTH));
  const { edPub, xPub } = identity.publicKeys;
  if (!equalInConstantTime(edPub, row.edPub) || !equalInConstantTime(xPub, row.xPub))
    throw refuse('identity-mismatch');
  await verifyIdentity(row);
  return identity;
}

function identityHeader(row: Omit<WrappedIdentity, 'nonce' | 'wrapped'>): Bytes {
  return pae(
    SUITE,
    'identity',
    requireId(row.vaultId),
    requireId(row.userId),
    row.edPub,
    row.xPub,
    counter(row.generation),
  );
}
