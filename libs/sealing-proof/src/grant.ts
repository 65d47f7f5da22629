import { type Bytes, counter, equalInConstantTime, requireLength } from './bytes';
import { requireId } from './ids';
import { pae, SUITE } from './pae';
import { refuse } from './proof-refusal';
import { requireSignature } from './require-signature';
import { requireShareable } from './schema';
import { HASH_LENGTH, KEY_LENGTH, TAG_LENGTH } from './sizes';
import type { VerifyingKey } from './verifying-key';

/** To whom an epoch of an entry is opened, by whom, with exactly which keys. */
export interface GrantHeader {
  readonly vaultId: string;
  readonly entryId: string;
  readonly epoch: number;
  readonly commit: Bytes;
  readonly senderId: string;
  readonly senderEd: Bytes;
  readonly recipientId: string;
  readonly recipientEd: Bytes;
  readonly recipientX: Bytes;
}

export interface Grant extends GrantHeader {
  /** HPKE: the encapsulated key, then the entry's key sealed to the recipient. */
  readonly enc: Bytes;
  readonly ciphertext: Bytes;
  readonly signature: Bytes;
}

/** HPKE's `info`: a grant opened under any other circumstances than these does not open. */
export function shareInfo(grant: GrantHeader): Bytes {
  return pae(
    SUITE,
    'share',
    requireId(grant.vaultId),
    requireId(grant.entryId),
    counter(grant.epoch),
    requireLength(grant.commit, HASH_LENGTH),
    requireId(grant.senderId),
    requireLength(grant.senderEd, KEY_LENGTH),
    requireId(grant.recipientId),
    requireLength(grant.recipientEd, KEY_LENGTH),
    requireLength(grant.recipientX, KEY_LENGTH),
  );
}

/** HPKE's Base mode does not say who sealed: this signature does. */
export function shareMessage(grant: Omit<Grant, 'signature'>): Bytes {
  requireLength(grant.enc, KEY_LENGTH);
  requireLength(grant.ciphertext, KEY_LENGTH + TAG_LENGTH);
  return pae(SUITE, 'sharesig', shareInfo(grant), grant.enc, grant.ciphertext);
}

/** Only the vault's owner shares, and only of a class that can be shared. */
export async function verifyGrant(
  grant: Grant,
  schema: string,
  owner: { readonly id: string; readonly key: VerifyingKey },
): Promise<void> {
  requireShareable(schema);
  if (grant.senderId !== owner.id) throw refuse('author-not-owner');
  if (!equalInConstantTime(grant.senderEd, owner.key.bytes)) throw refuse('signature-wrong');
  await requireSignature(owner.key, grant.signature, shareMessage(grant));
}
