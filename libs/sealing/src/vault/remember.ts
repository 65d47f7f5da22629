import { type Bytes, toHex } from '@visavis/sealing-proof';
import { refuse } from '../sealing-refusal';
import type { EntryMemory, VaultIndex } from './vault-index';

/**
 * A server can keep an old copy of anything and show it later, with every signature right. These functions are the
 * memory that notices: each answers what is now known, or refuses to go back.
 */
export function rememberGeneration(index: VaultIndex, generation: number, edPub: Bytes): VaultIndex {
  if (generation < index.generation) throw refuse('generation-went-back');
  if (generation === index.generation && toHex(edPub) !== index.edPub) throw refuse('identity-changed');
  return { ...index, generation, edPub: toHex(edPub) };
}

export interface SeenHead {
  readonly epoch: number;
  readonly rev: number;
  readonly hash: Bytes;
  readonly readers: ReadonlySet<string>;
}

export function rememberHead(index: VaultIndex, entryId: string, head: SeenHead): VaultIndex {
  const known = Object.hasOwn(index.entries, entryId) ? index.entries[entryId] : undefined;
  if (known) requireNotBack(known, head);
  const entry = {
    epoch: head.epoch,
    rev: head.rev,
    hash: toHex(head.hash),
    readers: [...head.readers].toSorted(),
  };
  // Seen before, like nearly everything at each opening: copying all entries for each of them grows with their square.
  if (known && isSame(known, entry)) return index;
  return { ...index, entries: { ...index.entries, [entryId]: entry } };
}

export function forgetEntry(index: VaultIndex, entryId: string): VaultIndex {
  const { [entryId]: _gone, ...entries } = index.entries;
  return { ...index, entries };
}

/** Entries that were known and of which the server now shows neither a revision nor a valid tombstone. */
export function vanishedEntries(index: VaultIndex, accountedFor: ReadonlySet<string>): string[] {
  return Object.keys(index.entries).filter((entryId) => !accountedFor.has(entryId));
}

function isSame(one: EntryMemory, other: EntryMemory): boolean {
  return (
    one.epoch === other.epoch &&
    one.rev === other.rev &&
    one.hash === other.hash &&
    one.readers.join() === other.readers.join()
  );
}

function requireNotBack(known: EntryMemory, head: SeenHead): void {
  if (head.epoch < known.epoch) throw refuse('epoch-went-back');
  if (head.rev < known.rev || (head.rev === known.rev && toHex(head.hash) !== known.hash))
    throw refuse('revision-went-back');
}
