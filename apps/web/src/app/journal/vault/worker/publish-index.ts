import { type OpenedVault } from './opened-vault';
import { sealEntry } from './save-entry';
import type { World } from './world';

/** Seals what this device has learnt as the next revision of the vault's index. False when there is nothing new. */
export async function publishIndex(world: World, vault: OpenedVault): Promise<boolean> {
  // Two devices may each have begun one: both are read, and the first by its id is written on.
  const [id = null] = [...vault.entries.values()]
    .filter(({ schema }) => schema === 'vault-index/1')
    .map((held) => held.id)
    .toSorted();
  const body = vault.memory.toPublish(id);
  if (body === null) return false;
  await sealEntry(world, vault, { id: id ?? world.newId(), schema: 'vault-index/1', body });
  vault.memory.published(body);
  return true;
}
