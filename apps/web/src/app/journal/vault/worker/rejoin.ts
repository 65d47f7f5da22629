import { generationOf, openRevision, unwrapEntryKey, type WrappedEntryKey } from '@visavis/sealing';
import { equalInConstantTime, type Revision } from '@visavis/sealing-proof';
import { VaultRefused } from '../vault-trouble';
import type { Waiting } from './device';
import { joinBodies } from './join-bodies';
import { openEntryRow } from './open-entry-row';
import { type HeldEntry, heldEntry, type OpenedVault, ownerOf } from './opened-vault';
import { sealEntry } from './save-entry';
import type { Turns } from './turns';
import type { World } from './world';

/**
 * Somebody else, or another device, was first: what waits here is joined with what the server has, and the result takes
 * the place of the queue. What the server shows is verified like everything; when it does not open, the queue stays.
 */
export async function rejoin(world: World, vault: OpenedVault, seals: Turns, entryId: string): Promise<void> {
  const { entry, tombstone } = await world.server.readEntry(entryId);
  if (tombstone) throw new VaultRefused('entry-deleted');
  if (!entry || entry.entryId !== entryId) throw new VaultRefused('entries-vanished');
  const theirs = await openEntryRow(vault, entry);
  const base = await baseOf(world, vault, await queueOf(world, vault, entryId));
  await seals.take(() => putInPlace(world, vault, theirs, base));
}

/** Nothing is typed or sealed in between: the queue is what it is, and one piece takes its place. */
async function putInPlace(
  world: World,
  vault: OpenedVault,
  theirs: HeldEntry,
  base: string | null,
): Promise<void> {
  const { id, schema } = theirs;
  const mine = heldEntry(vault, id);
  if (schema !== mine.schema) throw new VaultRefused('class-mismatch');
  const queue = await queueOf(world, vault, id);
  const last = queue.at(-1);
  if (!last) return;
  const written = await openOwn(vault, last.revision, last.wrap);
  const replacing = queue.map(({ order }) => order);
  const body = joinBodies(schema, base, written.body, theirs.body, theirs.head.rev + 1);
  vault.entries.set(id, theirs);
  if (body === theirs.body) {
    await world.device.dropWaiting(replacing);
    vault.waiting.delete(id);
    return;
  }
  await sealEntry(world, vault, { id, schema, body, replacing }).catch((error: unknown) => {
    vault.entries.set(id, mine); // nothing took its place
    throw error;
  });
}

async function queueOf(world: World, vault: OpenedVault, entryId: string): Promise<readonly Waiting[]> {
  return (await world.device.waiting(vault.vaultId)).filter((row) => row.entryId === entryId);
}

/** The text both sides started from; null when it is not to be had: then everything that differs is kept. */
async function baseOf(world: World, vault: OpenedVault, [first]: readonly Waiting[]): Promise<string | null> {
  if (!first || first.revision.rev === 1) return null;
  const { prevHash, rev } = first.revision;
  const confirmed = vault.entries.get(first.entryId)?.confirmed;
  if (confirmed && equalInConstantTime(confirmed.hash, prevHash)) return confirmed.body;
  const before = await world.server.readRevision(first.entryId, rev - 1).catch(() => null);
  if (!before) return null;
  const opened = await openOwn(vault, before.revision, before.key).catch(() => null);
  return opened && equalInConstantTime(opened.hash, prevHash) ? opened.body : null;
}

/** Any revision of one's own, of whatever epoch and generation. */
export async function openOwn(vault: OpenedVault, revision: Revision, wrap: WrappedEntryKey) {
  const key = unwrapEntryKey(generationOf(vault.keyring, wrap.generation), wrap);
  const owner = ownerOf(vault, wrap.generation);
  const { wasVerified } = vault.memory;
  return { ...(await openRevision(key, revision, { schema: revision.schema, owner, wasVerified })), key };
}
