import type { StoredEntry } from '@visavis/journal';
import { type Deletion, verifyDeletion } from '@visavis/sealing-proof';
import { VaultRefused } from '../vault-trouble';
import { ComingPages } from './coming-pages';
import { compareRow, openRowText, type ProvenText } from './open-entry-row';
import type { ShownRow } from './offline-copy';
import { heldEntry, type OpenedVault } from './opened-vault';
import { refusalFrom } from './refusal-from';
import type { World } from './world';

const AT_ONCE = 100;

export interface Changes {
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  /** As the server showed them; none without a connection. */
  readonly shown: readonly ShownRow[];
}

/** A row whose text was opened, or is refused. */
interface OpenedRow {
  readonly row: StoredEntry;
  readonly text: ProvenText | VaultRefused;
}

/**
 * Everything the server shows that this device has not seen, verified and opened; without a connection what was last
 * shown here. Texts are opened page by page. Then the index of the vault comes first: who is verified and what was seen
 * elsewhere decides about the rest.
 */
export async function loadEntries(
  world: World,
  vault: OpenedVault,
  pages = new ComingPages(world.server, vault.upTo),
): Promise<Changes> {
  const isFirst = vault.upTo === null;
  const { opened, tombstones, fromServer } = await readRows(world, vault, pages);
  const rows = opened.map(({ row }) => row);
  const [indexes, others] = [opened.filter(isIndex), opened.filter((each) => !isIndex(each))];
  for (const each of indexes) await readIndex(vault, each);
  const gone: string[] = [];
  for (const tombstone of tombstones) if (await accept(world, vault, tombstone)) gone.push(tombstone.entryId);
  await eachAtOnce(others, (each) => takeOne(vault, each));
  if (fromServer && isFirst)
    findVanished(vault, new Set([...rows, ...tombstones].map(({ entryId }) => entryId)));
  // What was seen is remembered before it is shown; that it need not be verified again, and a copy, can wait.
  if (rows.length + tombstones.length > 0 || isFirst) await vault.memory.keep();
  return {
    changed: others.map(({ row }) => row.entryId),
    gone,
    shown: fromServer ? opened.flatMap(shownRow) : [],
  };
}

function shownRow({ row, text }: OpenedRow): ShownRow[] {
  return text instanceof VaultRefused ? [] : [{ row, hash: text.opened.hash }];
}

async function readRows(world: World, vault: OpenedVault, pages: ComingPages) {
  const opened = new Map<string, OpenedRow>();
  const tombstones = new Map<string, Deletion>();
  let { upTo } = vault;
  try {
    for await (const page of pages) {
      for (const each of await openTexts(vault, page.entries)) opened.set(each.row.entryId, each);
      for (const tombstone of page.tombstones) tombstones.set(tombstone.entryId, tombstone);
      upTo = page.upTo;
    }
  } catch (error) {
    if (!isUnreachable(error) || vault.upTo !== null) throw error;
    const cached = await world.device.cached(vault.vaultId);
    return { opened: await openTexts(vault, cached), tombstones: [], fromServer: false };
  }
  vault.upTo = upTo;
  return { opened: [...opened.values()], tombstones: [...tombstones.values()], fromServer: true };
}

function openTexts(vault: OpenedVault, rows: readonly StoredEntry[]): Promise<OpenedRow[]> {
  return eachAtOnce(rows, async (row) => ({ row, text: await openRowText(vault, row).catch(refusalFrom) }));
}

async function eachAtOnce<T, R>(all: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    done.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(work))));
  return done;
}

/** An index that does not open is told, like any entry; the memory of this device still stands. */
async function readIndex(vault: OpenedVault, opened: OpenedRow): Promise<void> {
  await takeOne(vault, opened);
  const { row } = opened;
  if (vault.entries.has(row.entryId)) vault.memory.join(heldEntry(vault, row.entryId).body);
}

/** What is waiting to be sent is newer than what the server shows; the two are joined when it is sent. */
async function takeOne(vault: OpenedVault, { row, text }: OpenedRow): Promise<void> {
  const held = vault.entries.get(row.entryId);
  try {
    if (text instanceof VaultRefused) throw text;
    const opened = await compareRow(vault, row, text);
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

function isIndex({ row }: OpenedRow): boolean {
  return row.schema === 'vault-index/1';
}

export function isUnreachable(error: unknown): boolean {
  return (
    error instanceof VaultRefused &&
    ['offline', 'unavailable', 'too-many-requests', 'failed'].includes(error.reason)
  );
}
