import type { Random } from '../primitives/random';
import type { Generation } from '../keys/generation';
import { type PreviousGeneration, wrapPrevious } from '../keys/previous-generation';
import { beginGeneration, type BegunVault, type VaultIds } from './begin-vault';

export interface RotatedVault extends BegunVault {
  readonly previous: PreviousGeneration;
}

/**
 * "Someone may know it": new master key, new identity, new ways in. What was written stays readable through
 * `previous`; each current text still needs a new epoch (a new key, one revision), which the client does entry by
 * entry, and sharing again once the new words were read.
 */
export async function rotateVault(
  current: Generation,
  slotIds: Pick<VaultIds, 'passphraseSlotId' | 'recoverySlotId'>,
  random: Random,
): Promise<RotatedVault> {
  const { vaultId, generation } = current.master;
  const ids = { ...slotIds, vaultId, userId: current.identity.publicKeys.userId };
  const begun = await beginGeneration(ids, generation + 1, random);
  return { ...begun, previous: wrapPrevious(begun.generation.master, current, random) };
}
