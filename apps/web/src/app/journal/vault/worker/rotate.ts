import { rememberGeneration, type RotatedVault } from '@visavis/sealing';
import { equalInConstantTime } from '@visavis/sealing-proof';
import { VaultRefused } from '../vault-trouble';
import type { VaultStanding } from '../vault-types';
import type { Desk } from './desk';
import { currentOf, type HeldEntry, ownKeysOf, type OpenedVault } from './opened-vault';
import { sealEntry } from './save-entry';
import { keepSharedBefore, readSharedBefore, sharedNow } from './shared-before';
import { tellEntries } from './tell-entries';

/**
 * "Someone may know it": the server takes the new generation, then every text gets a new key, one after the other. What
 * was shared is shared with nobody any more until the new words were read. Breaking off loses nothing: what is left is
 * found again by its keys.
 */
export async function rotateTo(desk: Desk, rotated: RotatedVault): Promise<VaultStanding> {
  const { world, vault } = desk;
  if (!(await desk.sendNow())) throw new VaultRefused('offline');
  const { slots, identity, previous, generation } = rotated;
  // Before anything else: broken off at whatever moment, nobody is left wondering what was shared.
  await keepSharedBefore(world, vault, [...(await readSharedBefore(world, vault)), ...sharedNow(vault)]);
  const wish = { slots: [...slots], identity, keyId: world.newId(), previous };
  try {
    await world.server.rotate(wish);
  } catch (error) {
    // An answer that got lost: then the vault is already what was asked for.
    if (!(error instanceof VaultRefused) || error.reason !== 'generation-moved') throw error;
  }
  const { vault: shown } = await desk.look();
  if (!shown || !equalInConstantTime(shown.identity.edPub, identity.edPub))
    throw new VaultRefused('generation-moved');
  vault.keyring = [generation, ...vault.keyring];
  vault.ownKeys = await ownKeysOf(vault.keyring);
  vault.keyId = shown.identity.keyId;
  const { publicKeys } = generation.identity;
  vault.memory.adopt(vault, (index) =>
    rememberGeneration(index, generation.master.generation, publicKeys.edPub),
  );
  await vault.memory.keep();
  return resumeRotation(desk);
}

/** In a turn of `sends`. */
export async function resumeRotation(desk: Desk): Promise<VaultStanding> {
  const { world, vault } = desk;
  const left = retired(vault);
  if (left.length === 0) return desk.standing();
  desk.isRotating = true;
  world.tell({ news: 'standing', standing: await desk.standing() });
  try {
    for (const [at, { id }] of left.entries()) {
      await desk.seals.take(async () => {
        const held = vault.entries.get(id);
        if (held && isRetired(vault, held))
          await sealEntry(world, vault, { id, schema: held.schema, body: held.body });
      });
      world.tell({ news: 'progress', done: at + 1, total: left.length });
    }
    await desk.sendNow();
    await desk.publishNow();
    await tellEntries(
      world,
      vault,
      left.map(({ id }) => id),
    );
  } finally {
    desk.isRotating = false;
    world.tell({ news: 'standing', standing: await desk.standing() });
  }
  return desk.standing();
}

export function retired(vault: OpenedVault): readonly HeldEntry[] {
  return [...vault.entries.values()].filter(
    (held) => held.schema !== 'vault-index/1' && isRetired(vault, held),
  );
}

function isRetired(vault: OpenedVault, { key }: HeldEntry): boolean {
  return !equalInConstantTime(key.openedWith, currentOf(vault).identity.publicKeys.edPub);
}
