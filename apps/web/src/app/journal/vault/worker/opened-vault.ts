import type { Generation, Keyring } from '@visavis/sealing';
import { generationOf } from '@visavis/sealing';
import { verifyIdentity, type VerifyingKey } from '@visavis/sealing-proof';

/** An open vault. This object and what it leads to are all the keys there are; the worker's end is theirs. */
export interface OpenedVault {
  readonly userId: string;
  readonly vaultId: string;
  keyring: Keyring;
  /** Public halves of every identity the owner ever had here, by generation. */
  ownKeys: ReadonlyMap<number, VerifyingKey>;
}

export async function openedVault(userId: string, keyring: Keyring): Promise<OpenedVault> {
  return { userId, vaultId: keyring[0].master.vaultId, keyring, ownKeys: await ownKeysOf(keyring) };
}

export async function ownKeysOf(keyring: Keyring): Promise<ReadonlyMap<number, VerifyingKey>> {
  const keys = keyring.map(
    async ({ master, identity }) => [master.generation, await verifyIdentity(identity.publicKeys)] as const,
  );
  return new Map(await Promise.all(keys));
}

export function currentOf({ keyring }: OpenedVault): Generation {
  return keyring[0];
}

/** Who signed in the epochs that `generation` opened. */
export function ownerOf(
  { userId, keyring, ownKeys }: OpenedVault,
  generation: number,
): { readonly id: string; readonly key: VerifyingKey } {
  const key = ownKeys.get(generationOf(keyring, generation).master.generation);
  if (!key) throw new RangeError('every generation of a keyring has its key');
  return { id: userId, key };
}
