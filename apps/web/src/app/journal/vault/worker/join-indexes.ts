import type { EntryMemory, VaultIndex } from '@visavis/sealing';
import { VaultRefused } from '../vault-trouble';

/**
 * Two memories of one vault made one: what either saw is seen, and of two the later. Nothing is forgotten, so no device
 * can be made to believe less than another one knows.
 */
export function joinIndexes(base: VaultIndex | null, mine: VaultIndex, theirs: VaultIndex): VaultIndex {
  if (mine.generation === theirs.generation && mine.edPub !== theirs.edPub)
    throw new VaultRefused('identity-changed');
  const latest = mine.generation > theirs.generation ? mine : theirs;
  const rows = new Map([...theirs.keyRows, ...mine.keyRows].map((row) => [row.keyId, row]));
  return {
    v: 1,
    generation: latest.generation,
    edPub: latest.edPub,
    pins: joinPins(base?.pins ?? {}, mine.pins, theirs.pins),
    keyRows: [...rows.values()],
    entries: joinEntries(mine.entries, theirs.entries),
  };
}

/** Whoever confirmed anew is right; where both did, with different keys, nobody is verified until it is done again. */
function joinPins(base: VaultIndex['pins'], mine: VaultIndex['pins'], theirs: VaultIndex['pins']) {
  const pins: Record<string, string> = {};
  for (const userId of new Set([...Object.keys(mine), ...Object.keys(theirs)])) {
    const [before, one, other] = [base[userId], mine[userId], theirs[userId]];
    const kept =
      one === other || other === before
        ? one
        : one === before
          ? other
          : one && other
            ? undefined
            : (one ?? other);
    if (kept !== undefined) pins[userId] = kept;
  }
  return pins;
}

function joinEntries(mine: VaultIndex['entries'], theirs: VaultIndex['entries']): VaultIndex['entries'] {
  const entries: Record<string, EntryMemory> = { ...theirs };
  for (const [id, one] of Object.entries(mine)) {
    const other = Object.hasOwn(theirs, id) ? theirs[id] : undefined;
    entries[id] = other ? later(one, other) : one;
  }
  return entries;
}

/** A reader whom one of the two still knows may still read: better named once too often. */
function later(one: EntryMemory, other: EntryMemory): EntryMemory {
  if (one.epoch !== other.epoch) return one.epoch > other.epoch ? one : other;
  const readers = [...new Set([...one.readers, ...other.readers])].toSorted();
  return { ...(one.rev > other.rev ? one : other), readers };
}
