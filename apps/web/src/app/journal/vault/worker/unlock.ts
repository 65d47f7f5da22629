import { Refusal } from '@visavis/kernel';
import {
  fingerprintWords,
  type Keyring,
  readPassphrase,
  readRecoveryCode,
  type SlotSecret,
  unlockVault,
} from '@visavis/sealing';
import { VaultRefused } from '../vault-trouble';
import type { VaultKey } from '../vault-types';
import type { VaultRow } from './journal-server';

/** Every generation of the vault, from what was typed. */
export async function unlock(row: VaultRow, userId: string, secret: SlotSecret): Promise<Keyring> {
  const slots = row.slots.filter(({ type }) => type === secret.type);
  if (slots.length === 0) throw new VaultRefused('slot-missing');
  for (const [at, slot] of slots.entries())
    try {
      return requireOwn(await unlockVault(row, slot, secret), row, userId);
    } catch (error) {
      if (!isOther(error) || at === slots.length - 1) throw error;
    }
  throw new VaultRefused('slot-missing');
}

export function ownWordsOf(keyring: Keyring): readonly string[] {
  const { userId, edPub } = keyring[0].identity.publicKeys;
  return fingerprintWords(userId, edPub).split(' ');
}

/** What was typed wrongly is told before anything is derived, or asked. */
export function secretOf(key: VaultKey): SlotSecret {
  if ('passphrase' in key) return { type: 'passphrase', passphrase: readPassphrase(key.passphrase) };
  return { type: 'recovery', bytes: readRecoveryCode(key.recoveryCode) };
}

/** A box that opens and is somebody else's, or another generation's than the row says, is still the wrong one. */
function requireOwn(keyring: Keyring, row: VaultRow, userId: string): Keyring {
  const { master, identity } = keyring[0];
  if (identity.publicKeys.userId !== userId || master.vaultId !== row.id)
    throw new VaultRefused('vault-exchanged');
  if (master.generation !== row.generation) throw new VaultRefused('generation-went-back');
  return keyring;
}

/** Another slot of the same kind may still fit. */
function isOther(error: unknown): boolean {
  return error instanceof Refusal && error.reason === 'key-does-not-fit';
}
