import type { StoredEntry } from '@visavis/journal';
import { type Deletion, verifyDeletion } from '@visavis/sealing-proof';
import { VaultRefused } from '../vault-trouble';
import { openEntryRow } from './open-entry-row';
import { heldEntry, type OpenedVault } from './opened-vault';
import { refusalFrom } from './refusal-from';
import type { World } from './world';

const AT_ONCE = 100;

export interface Changes {
  readonly changed: readonly string[];
  readonly gone: readonly string[];
}

/**
 * Everything the server shows that this device has not seen, verified and opened; without a connection what was last
 * shown here. The index of the vault comes first: who is verified and what was seen elsewhere decides about the rest.
 */
export async function loadEntries(world: World, vault: OpenedVault): Promise<Changes> {
  const isFirst = vault.upTo === null;
  const { rows, tombstones, fromServer } = await readRows(world, vault);
  const [indexes, others] = [rows.filter(isIndex), rows.filter((row) => !isIndex(row))];
  for (const row of indexes) await readIndex(vault, row);
  const gone: string[] = [];
  for (const tombstone of tombstones) if (await accept(world, vault, tombstone)) gone.push(tombstone.entryId);
  for (let at = 0; at < others.length; at += AT_ONCE)
    await Promise.all(others.slice(at, at + AT_ONCE).map((row) => openOne(vault, row)));
  if (fromServer) {
    await world.device.keepCached(
      vault.vaultId,
      rows.filter(({ entryId }) => vault.entries.has(entryId)),
    );
    if (isFirst) findVanished(vault, new Set([...rows, ...tombstones].map(({ entryId }) => entryId)));
  }
  await vault.memory.keep();
  if (rows.length > 0)
    await vault.memory.keepVerified([...vault.entries.values()].map(({ head }) => head.hash));
  return { changed: others.map(({ entryId }) => entryId), gone };
}

async function readRows(world: World, vault: OpenedVault) {
  const rows = new Map<string, StoredEntry>();
  const tombstones = new Map<string, Deletion>();
  let { upTo } = vault;
  try {
    for (let after: string | null = vault.upTo; ;) {
      const page = await world.server.readEntries(after);
      for (const row of page.entries) rows.set(row.entryId, row);
      for (const tombstone of page.tombstones) tombstones.set(tombstone.entryId, tombstone);
      upTo = page.upTo;
      if (page.next === null) break;
      if (page.next === after) throw new VaultRefused('reply-malformed');
      after = page.next;
    }
  } catch (error) {
    if (!isUnreachable(error) || vault.upTo !== null) throw error;
    return { rows: await world.device.cached(vault.vaultId), tombstones: [], fromServer: false };
  }
  vault.upTo = upTo;
  return { rows: [...rows.values()], tombstones: [...tombstones.values()], fromServer: true };
}

/** An index that does not open is told, like any entry; the memory of this device still stands. */
async function readIndex(vault: OpenedVault, row: StoredEntry): Promise<void> {
  await openOne(vault, row);
  if (vault.entries.has(row.entryId)) vault.memory.join(heldEntry(vault, row.entryId).body);
}

/** What is waiting to be sent is newer than what the server shows; the two are joined when it is sent. */
async function openOne(vault: OpenedVault, row: StoredEntry): Promise<void> {
  const held = vault.entries.get(row.entryId);
  try {
    const opened = await openEntryRow(vault, row);
    if (!held || held.confirmed?.rev === held.head.rev) vault.entries.set(row.entryId, opened);
    vault.unopened.delete(row.entryId);
  } catch (error) {
    // What was opened before stays in view; it is told that the server shows something else.
    const trouble = refusalFrom(error).reason;
    if (held) vault.entries.set(row.entryId, { ...held, trouble });
    else vault.unopened.set(row.entryId, { id: row.entryId, trouble });
  }
}

/** Only the owner's signature makes an entry go. */
async function accept(world: World, vault: OpenedVault, tombstone: Deletion): Promise<boolean> {
  if (tombstone.vaultId !== vault.vaultId || !(await isSignedByOwner(vault, tombstone))) {
    vault.unopened.set(tombstone.entryId, { id: tombstone.entryId, trouble: 'entries-vanished' });
    return false;
  }
  vault.entries.delete(tombstone.entryId);
  vault.unopened.delete(tombstone.entryId);
  vault.memory.forgetEntry(tombstone.entryId);
  await world.device.dropCached(vault.vaultId, tombstone.entryId);
  return true;
}

async function isSignedByOwner(vault: OpenedVault, tombstone: Deletion): Promise<boolean> {
  for (const key of vault.ownKeys.values())
    if (
      await verifyDeletion(tombstone, key).then(
        () => true,
        () => false,
      )
    )
      return true;
  return false;
}

function findVanished(vault: OpenedVault, accountedFor: ReadonlySet<string>): void {
  for (const id of vault.memory.vanished(accountedFor))
    if (!vault.entries.has(id)) vault.unopened.set(id, { id, trouble: 'entries-vanished' });
}

function isIndex({ schema }: StoredEntry): boolean {
  return schema === 'vault-index/1';
}

export function isUnreachable(error: unknown): boolean {
  return (
    error instanceof VaultRefused &&
    ['offline', 'unavailable', 'too-many-requests', 'failed'].includes(error.reason)
  );
}
