import { generationOf, openLocally, sealLocally } from '@visavis/sealing';
import { type Bytes, utf8 } from '@visavis/sealing-proof';
import type { SealedRow } from './device';
import { currentOf, type OpenedVault } from './opened-vault';
import type { World } from './world';

const decoder = new TextDecoder('utf-8', { fatal: true });
type Keys = Pick<OpenedVault, 'keyring' | 'vaultId'>;

/** What this device keeps for itself, sealed for the place it lies in. Rows of former generations still open. */
export function sealBytes(world: World, vault: Keys, place: string, bytes: Bytes): SealedRow {
  const { master } = currentOf(vault);
  const sealed = sealLocally(master, place, bytes, world.random);
  return { ...sealed, vaultId: vault.vaultId, place, generation: master.generation };
}

export function openBytes(vault: Keys, row: SealedRow): Bytes {
  return openLocally(generationOf(vault.keyring, row.generation).master, row.place, row);
}

export function sealText(world: World, vault: Keys, place: string, text: string): SealedRow {
  return sealBytes(world, vault, place, utf8(text));
}

export function openText(vault: Keys, row: SealedRow): string {
  return decoder.decode(openBytes(vault, row));
}
