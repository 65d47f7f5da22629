import type { Entry, SharedEntryReply } from '@visavis/journal';
import { type EntryKey, openGrant, openRevision } from '@visavis/sealing';
import { equalInConstantTime, fromHex, toHex, verifyIdentity } from '@visavis/sealing-proof';
import * as z from 'zod/mini';
import { VaultRefused } from '../vault-trouble';
import type { SharedEntry } from '../vault-types';
import { openText, sealText } from './local-box';
import { requireDocument } from './open-entry-row';
import type { OpenedVault } from './opened-vault';
import { refusalFrom } from './refusal-from';
import { pinStateOf } from './share-entry';
import type { World } from './world';

const PLACE = 'shared-memory';
const memoryShape = z.record(z.string(), z.strictObject({ epoch: z.int(), rev: z.int(), hash: z.string() }));
type SharedMemory = z.output<typeof memoryShape>;

export interface SharedKey {
  readonly key: EntryKey;
}

/** Entries that others shared. One that does not open is named, and never shown as empty. */
export async function readShared(
  world: World,
  vault: OpenedVault,
): Promise<{ readonly entries: readonly SharedEntry[]; readonly keys: ReadonlyMap<string, EntryKey> }> {
  const rows = await world.server.readShared();
  const memory = await readMemory(world, vault);
  const keys = new Map<string, EntryKey>();
  const entries: SharedEntry[] = [];
  for (const row of rows) entries.push(await opened(vault, row, memory, keys));
  await world.device.keepSealed(sealText(world, vault, PLACE, JSON.stringify(memory)));
  return { entries, keys };
}

async function opened(
  vault: OpenedVault,
  row: SharedEntryReply,
  memory: SharedMemory,
  keys: Map<string, EntryKey>,
): Promise<SharedEntry> {
  const { entryId, ownerId, ownerName, sharedAt, savedAt, comments, grant } = row;
  const pin = pinStateOf(vault, ownerId, grant.senderEd);
  const common = { id: entryId, ownerId, ownerName, sharedAt, savedAt, comments, pin };
  try {
    const key = await openRow(vault, row);
    const { body, rev, hash } = key;
    requireNotBack(memory, entryId, { epoch: grant.epoch, rev, hash });
    keys.set(entryId, key.key);
    return { ...common, entry: JSON.parse(body) as Entry, rev, trouble: null };
  } catch (error) {
    return { ...common, entry: null, rev: row.head.rev, trouble: refusalFrom(error).reason };
  }
}

/** With the key the grant names, which must be one the owner ever had; whether it is theirs, the pin says. */
async function openRow(vault: OpenedVault, row: SharedEntryReply) {
  const { grant, head, schema, ownerId, ownerKeys } = row;
  const identity = ownerKeys.find(({ edPub }) => equalInConstantTime(edPub, grant.senderEd));
  if (!identity || identity.userId !== ownerId) throw new VaultRefused('signature-wrong');
  if (grant.entryId !== row.entryId || grant.vaultId !== row.vaultId) throw new VaultRefused('not-for-me');
  const owner = { id: ownerId, key: await verifyIdentity(identity) };
  const key = await openGrant(recipientOf(vault, row), grant, { schema, owner });
  const { body, hash, schema: known } = await openRevision(key, head, { schema, owner });
  requireDocument(known, body);
  return { key, body, rev: head.rev, hash: toHex(hash) };
}

/** Grants made before one's own rotation were sealed to the former keys, which the keyring still has. */
function recipientOf({ keyring }: OpenedVault, { grant }: SharedEntryReply) {
  const mine = keyring.find(({ identity }) =>
    equalInConstantTime(identity.publicKeys.edPub, grant.recipientEd),
  );
  if (!mine) throw new VaultRefused('not-for-me');
  return mine.identity;
}

function requireNotBack(memory: SharedMemory, entryId: string, seen: SharedMemory[string]): void {
  const known = Object.hasOwn(memory, entryId) ? memory[entryId] : undefined;
  if (known && seen.epoch < known.epoch) throw new VaultRefused('epoch-went-back');
  if (known && (seen.rev < known.rev || (seen.rev === known.rev && !isEqual(seen.hash, known.hash))))
    throw new VaultRefused('revision-went-back');
  memory[entryId] = seen;
}

function isEqual(one: string, other: string): boolean {
  return equalInConstantTime(fromHex(one), fromHex(other));
}

async function readMemory(world: World, vault: OpenedVault): Promise<SharedMemory> {
  const row = await world.device.sealed(vault.vaultId, PLACE);
  return row ? memoryShape.parse(JSON.parse(openText(vault, row))) : {};
}
