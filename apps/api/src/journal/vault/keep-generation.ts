import { refuseVault, requireSlots } from '@visavis/journal';
import type { RotateVaultWish } from '@visavis/journal';
import { Refusal } from '@visavis/kernel';
import { type ProofRefusal, verifyIdentity } from '@visavis/sealing-proof';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';

const KEY = `
  INSERT INTO vault_key (practice_id, id, vault_id, owner_id, generation, ed_pub, x_pub, xkey_signature, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const GENERATION = `
  INSERT INTO vault_generation (practice_id, vault_id, generation, owner_id, nonce, wrapped, previous_nonce, previous_wrapped)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
const SLOT = `
  INSERT INTO vault_slot (practice_id, id, vault_id, owner_id, type, derivation, salt, generation, commitment, nonce, wrapped, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** A generation as it is kept; the first has none before it. */
export type Generation = Omit<RotateVaultWish, 'previous'> & Partial<Pick<RotateVaultWish, 'previous'>>;

/**
 * That a generation is whole and its identity its owner's, before anything is written.
 *
 * @throws Refusal too-few-slots, author-not-owner, key-malformed, key-not-signed, generation-moved, key-wrong
 */
export async function requireGeneration(
  { memberId }: Asking,
  vaultId: string,
  number: number,
  { slots, identity, previous }: Generation,
): Promise<void> {
  requireSlots(slots);
  if (identity.userId !== memberId) throw new Refusal<ProofRefusal>('author-not-owner');
  const parts = [...slots, identity, ...(previous === undefined ? [] : [previous])];
  if (parts.some((part) => part.vaultId !== vaultId)) throw refuseVault('key-wrong');
  if (parts.some((part) => part.generation !== number)) throw refuseVault('generation-moved');
  await verifyIdentity(identity);
}

/** Public keys, what they are wrapped in, and the ways in. */
export async function keepGeneration(
  transaction: Transaction,
  { practiceId, memberId }: Asking,
  { slots, identity, keyId, previous }: Generation,
  now: Date,
): Promise<void> {
  const { vaultId, generation, edPub, xPub, xkeySignature, nonce, wrapped } = identity;
  const keys = [edPub, xPub, xkeySignature].map((each) => Buffer.from(each));
  await transaction.query(KEY, [practiceId, keyId, vaultId, memberId, generation, ...keys, now]);
  const sealed = [nonce, wrapped, previous?.nonce, previous?.wrapped].map((each) =>
    each === undefined ? null : Buffer.from(each),
  );
  await transaction.query(GENERATION, [practiceId, vaultId, generation, memberId, ...sealed]);
  await keepSlots(transaction, { practiceId, memberId }, slots, now);
}

export async function keepSlots(
  transaction: Transaction,
  { practiceId, memberId }: Pick<Asking, 'practiceId' | 'memberId'>,
  slots: Generation['slots'],
  now: Date,
): Promise<void> {
  for (const { slotId, vaultId, type, derivation, salt, generation, commit, nonce, wrapped } of slots)
    await transaction.query(SLOT, [
      practiceId,
      slotId,
      vaultId,
      memberId,
      type,
      derivation,
      Buffer.from(salt),
      generation,
      Buffer.from(commit),
      Buffer.from(nonce),
      Buffer.from(wrapped),
      now,
    ]);
}
