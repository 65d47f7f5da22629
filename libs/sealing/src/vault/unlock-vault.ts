import { requireSuite } from '@visavis/sealing-proof';
import type { Generation, Keyring } from '../keys/generation';
import { openIdentity, type WrappedIdentity } from '../keys/identity';
import { openPrevious, type PreviousGeneration } from '../keys/previous-generation';
import { refuse } from '../sealing-refusal';
import { openSlot } from '../slots/open-slot';
import type { Slot, SlotSecret } from '../slots/slot';

export interface StoredVault {
  readonly suite: string;
  readonly identity: WrappedIdentity;
  /** One for each generation after the first. */
  readonly previous: readonly PreviousGeneration[];
}

/** Every generation the vault ever had, from one secret. */
export async function unlockVault(vault: StoredVault, slot: Slot, secret: SlotSecret): Promise<Keyring> {
  requireSuite(vault.suite);
  const master = await openSlot(slot, secret);
  const identity = await openIdentity(master, vault.identity);
  const former: Generation[] = [];
  for (let next = master; next.generation > 1;) {
    const row = vault.previous.find(({ generation }) => generation === next.generation);
    if (!row) throw refuse('generation-unknown', { generation: next.generation - 1 });
    const generation = await openPrevious(next, identity.publicKeys.userId, row);
    former.push(generation);
    next = generation.master;
  }
  return [{ master, identity }, ...former];
}
