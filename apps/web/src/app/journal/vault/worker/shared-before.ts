import type { SharedBefore } from '../vault-types';
import { openText, sealText } from './local-box';
import type { OpenedVault } from './opened-vault';
import type { World } from './world';

const PLACE = 'shared-before';

/**
 * What new keys took from its readers, kept on this device, sealed, until it is shared again or let go: on no server
 * stands any more who read it.
 */
export async function readSharedBefore(world: World, vault: OpenedVault): Promise<readonly SharedBefore[]> {
  const row = await world.device.sealed(vault.vaultId, PLACE);
  const all = row ? (JSON.parse(openText(vault, row)) as readonly SharedBefore[]) : [];
  return all.filter(({ id }) => vault.entries.get(id)?.readers.size === 0);
}

export async function keepSharedBefore(
  world: World,
  vault: OpenedVault,
  all: readonly SharedBefore[],
): Promise<void> {
  if (all.length === 0) await world.device.dropSealed(vault.vaultId, PLACE);
  else await world.device.keepSealed(sealText(world, vault, PLACE, JSON.stringify(all)));
}

/** As it stands before the keys change. */
export function sharedNow({ entries }: OpenedVault): readonly SharedBefore[] {
  return [...entries.values()].flatMap(({ id, readers }) => [...readers].map((userId) => ({ id, userId })));
}
