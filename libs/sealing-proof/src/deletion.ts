import { type Bytes, counter, requireLength } from './bytes';
import { requireId } from './ids';
import { pae, SUITE } from './pae';
import { requireSignature } from './require-signature';
import { HASH_LENGTH } from './sizes';
import type { VerifyingKey } from './verifying-key';

/** An entry its owner took away: the tombstone proves that it was the owner, and after which revision. */
export interface Deletion {
  readonly vaultId: string;
  readonly entryId: string;
  readonly rev: number;
  readonly headHash: Bytes;
  readonly signature: Bytes;
}

export function deletionMessage(deletion: Omit<Deletion, 'signature'>): Bytes {
  return pae(
    SUITE,
    'delete',
    requireId(deletion.vaultId),
    requireId(deletion.entryId),
    counter(deletion.rev),
    requireLength(deletion.headHash, HASH_LENGTH),
  );
}

export function verifyDeletion(deletion: Deletion, owner: VerifyingKey): Promise<void> {
  return requireSignature(owner, deletion.signature, deletionMessage(deletion));
}
