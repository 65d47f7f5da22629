import {
  type EntryKey,
  type Generation,
  generationOf,
  type Keyring,
  type WrappedEntryKey,
} from '@visavis/sealing';
import { type Bytes, type Schema, verifyIdentity, type VerifyingKey } from '@visavis/sealing-proof';
import { VaultRefused, type VaultTrouble } from '../vault-trouble';
import type { Memory } from './memory';

/** A revision that is known to exist: on the server, or waiting for it. */
export interface KnownHead {
  readonly epoch: number;
  readonly rev: number;
  readonly hash: Bytes;
}

/** An entry that was opened. `body` is its newest text, JSON, whether the server has it yet or not. */
export interface HeldEntry {
  readonly id: string;
  readonly schema: Schema;
  readonly key: EntryKey;
  /** The same key, as the server keeps it. */
  readonly wrap: WrappedEntryKey;
  readonly head: KnownHead;
  readonly body: string;
  /** What the server is known to have: where an edit of this device and of another one parted. */
  readonly confirmed: { readonly rev: number; readonly hash: Bytes; readonly body: string } | null;
  /** Epoch milliseconds: when the server had the newest text. */
  readonly savedAt: number;
  /** The next revision opens a new epoch: its readers changed, or are not who they should be. */
  readonly epochClosed: boolean;
  readonly readers: ReadonlySet<string>;
  /** Something about it does not fit although its text opens. */
  readonly trouble: VaultTrouble | null;
}

/** Never shown as empty, and never saved over. */
export interface UnopenedEntry {
  readonly id: string;
  readonly trouble: VaultTrouble;
}

/** An open vault. This object and what it leads to are all the keys there are; the worker's end is theirs. */
export interface OpenedVault {
  readonly userId: string;
  readonly vaultId: string;
  keyring: Keyring;
  /** Public halves of every identity the owner ever had here, by generation. */
  ownKeys: ReadonlyMap<number, VerifyingKey>;
  /** The row of public keys in force. */
  keyId: string;
  readonly entries: Map<string, HeldEntry>;
  readonly unopened: Map<string, UnopenedEntry>;
  readonly memory: Memory;
  /** Where the next look at the server goes on. */
  upTo: string | null;
  /** How many revisions of an entry wait for the server; which one is on its way. */
  readonly waiting: Map<string, number>;
  sending: string | null;
  /** Names of people, as the server last gave them. */
  names: ReadonlyMap<string, string>;
  /** This device had not seen the vault before: its owner looks first and writes then. */
  lookFirst: boolean;
  /** This tab is the one that writes. */
  writes: boolean;
}

export async function ownKeysOf(keyring: Keyring): Promise<ReadonlyMap<number, VerifyingKey>> {
  const keys = keyring.map(
    async ({ master, identity }) => [master.generation, await verifyIdentity(identity.publicKeys)] as const,
  );
  return new Map(await Promise.all(keys));
}

export function currentOf({ keyring }: Pick<OpenedVault, 'keyring'>): Generation {
  return keyring[0];
}

/** Who signed in the epochs that `generation` opened. */
export function ownerOf(
  { userId, keyring, ownKeys }: Pick<OpenedVault, 'userId' | 'keyring' | 'ownKeys'>,
  generation: number,
): { readonly id: string; readonly key: VerifyingKey } {
  const key = ownKeys.get(generationOf(keyring, generation).master.generation);
  if (!key) throw new RangeError('every generation of a keyring has its key');
  return { id: userId, key };
}

export function heldEntry(vault: OpenedVault, id: string): HeldEntry {
  const unopened = vault.unopened.get(id);
  if (unopened) throw new VaultRefused('entry-unreadable', { reason: unopened.trouble });
  const held = vault.entries.get(id);
  if (!held) throw new VaultRefused('entry-unknown');
  return held;
}
