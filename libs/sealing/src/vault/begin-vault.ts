import type { Generation } from '../keys/generation';
import { newIdentity, type WrappedIdentity, wrapIdentity } from '../keys/identity';
import { newMasterKey } from '../keys/master-key';
import type { Random } from '../primitives/random';
import { sealSlot } from '../slots/seal-slot';
import type { Slot } from '../slots/slot';
import { newPassphrase } from '../words/passphrase';
import { newRecoveryBytes, writeRecoveryCode } from '../words/recovery-code';

export interface VaultIds {
  readonly vaultId: string;
  readonly userId: string;
  readonly passphraseSlotId: string;
  readonly recoverySlotId: string;
}

/** What a new vault shows its owner once, keeps in memory, and stores. */
export interface BegunVault {
  readonly passphrase: string;
  readonly recoveryCode: string;
  readonly generation: Generation;
  readonly slots: readonly [Slot, Slot];
  readonly identity: WrappedIdentity;
}

export function beginVault(ids: VaultIds, random: Random): Promise<BegunVault> {
  return beginGeneration(ids, 1, random);
}

/** Two fresh ways in, a fresh master key and a fresh identity. */
export async function beginGeneration(ids: VaultIds, number: number, random: Random): Promise<BegunVault> {
  const passphrase = newPassphrase(random);
  const recovery = newRecoveryBytes(random);
  const master = newMasterKey(ids.vaultId, number, random);
  const identity = await newIdentity(ids.userId, random);
  return {
    passphrase,
    recoveryCode: writeRecoveryCode(recovery),
    generation: { master, identity },
    slots: [
      await sealSlot(master, ids.passphraseSlotId, { type: 'passphrase', passphrase }, random),
      await sealSlot(master, ids.recoverySlotId, { type: 'recovery', bytes: recovery }, random),
    ],
    identity: wrapIdentity(master, identity, random),
  };
}
