import type { StoredEntry } from '@visavis/journal';
import { entryDocument, marginDocument } from '@visavis/journal';
import {
  type EntryKey,
  generationOf,
  type OpenedRevision,
  openRevision,
  readersOf,
  readVaultIndex,
  unwrapEntryKey,
} from '@visavis/sealing';
import type { Schema } from '@visavis/sealing-proof';
import { VaultRefused, type VaultTrouble } from '../vault-trouble';
import { type HeldEntry, type OpenedVault, ownerOf } from './opened-vault';
import { refusalFrom } from './refusal-from';

/** A text of the owner's. Whether it is the newest one, and who reads it, was not looked at yet. */
export interface ProvenText {
  readonly key: EntryKey;
  readonly opened: OpenedRevision;
}

/**
 * An entry from its row, once everything about it has proven to be the owner's: key, commitment, class, signature,
 * chain, readers. Then it is compared with what is remembered. Refuses; what is refused is shown as such.
 */
export async function openEntryRow(vault: OpenedVault, row: StoredEntry): Promise<HeldEntry> {
  return compareRow(vault, row, await openRowText(vault, row));
}

/** As much as needs no memory of the vault, so that it can be done before the index has come. */
export async function openRowText(vault: OpenedVault, row: StoredEntry): Promise<ProvenText> {
  const { generation } = row.key;
  if (row.key.entryId !== row.entryId) throw new VaultRefused('cannot-open');
  const key = unwrapEntryKey(generationOf(vault.keyring, generation), row.key);
  const owner = ownerOf(vault, generation);
  const { wasVerified } = vault.memory;
  const opened = await openRevision(key, row.head, { schema: row.schema, owner, wasVerified });
  requireDocument(opened.schema, opened.body);
  return { key, opened };
}

export async function compareRow(
  vault: OpenedVault,
  row: StoredEntry,
  { key, opened }: ProvenText,
): Promise<HeldEntry> {
  const owner = ownerOf(vault, row.key.generation);
  const { readers, trouble } = await readersIn(vault, row, key, owner);
  const { index } = vault.memory;
  const head = { epoch: key.epoch, rev: row.head.rev, hash: opened.hash };
  const known = Object.hasOwn(index.entries, row.entryId) ? index.entries[row.entryId] : undefined;
  // A server that leaves a grant out of its list still has it: whom the owner let in is remembered.
  const remembered = known?.epoch === head.epoch && !row.epochClosed ? known.readers : [];
  const all = new Set([...readers, ...remembered]);
  vault.memory.rememberHead(row.entryId, { ...head, readers: all });
  vault.memory.rememberVerified(opened.hash);
  return {
    id: row.entryId,
    schema: opened.schema,
    key,
    wrap: row.key,
    head,
    body: opened.body,
    confirmed: { rev: head.rev, hash: head.hash, body: opened.body },
    savedAt: row.savedAt,
    epochClosed: row.epochClosed || trouble !== null,
    readers: all,
    trouble,
  };
}

async function readersIn(
  vault: OpenedVault,
  row: StoredEntry,
  key: HeldEntry['key'],
  owner: ReturnType<typeof ownerOf>,
): Promise<{ readonly readers: ReadonlySet<string>; readonly trouble: VaultTrouble | null }> {
  if (row.epochClosed || row.grants.length === 0) return { readers: new Set(), trouble: null };
  try {
    const { pins } = vault.memory.index;
    return { readers: await readersOf(key, row.grants, { schema: row.schema, owner, pins }), trouble: null };
  } catch (error) {
    // The text is the owner's and is shown; who reads it is not, so nothing more is written into this epoch.
    return { readers: new Set(), trouble: refusalFrom(error).reason };
  }
}

/** What opens and is no entry could only be shown as empty, and saved over: it is refused instead. */
export function requireDocument(schema: Schema, body: string): void {
  if (schema === 'vault-index/1') return void readVaultIndex(body);
  const shape = schema === 'margin/1' ? marginDocument : entryDocument;
  if (!shape.safeParse(parsed(body)).success)
    throw new VaultRefused('entry-unreadable', { reason: 'malformed' });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // a SyntaxError would quote the text
  }
}
