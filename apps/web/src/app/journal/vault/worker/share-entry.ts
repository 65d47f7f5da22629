import { pin } from '@visavis/sealing';
import { fromHex, type PublicIdentity, toHex } from '@visavis/sealing-proof';
import type { PeopleReply } from '@visavis/journal';
import { VaultRefused } from '../vault-trouble';
import type { PinState } from '../vault-types';
import type { Desk } from './desk';
import { heldEntry, type OpenedVault } from './opened-vault';
import { sealEntry } from './save-entry';
import { tellEntries } from './tell-entries';

type PersonRow = PeopleReply['people'][number];
const MOST_ATTEMPTS = 3;

/**
 * One request: a new epoch with a fresh key, the current text sealed in it, and the grant. Earlier texts stay closed to
 * the reader. Refuses anybody whose words were not read aloud.
 */
export async function shareEntry(desk: Desk, entryId: string, reader: PublicIdentity): Promise<void> {
  const { world, vault } = desk;
  for (let attempt = 1; ; attempt++) {
    // Whatever waits goes first: what is shared is what the server has.
    if (!(await desk.sendNow())) throw new VaultRefused('offline');
    await desk.seals.take(async () => {
      const { schema, body, readers } = heldEntry(vault, entryId);
      if ([...readers].some((userId) => userId !== reader.userId)) throw new VaultRefused('one-reader');
      await sealEntry(world, vault, { id: entryId, schema, body, readers: [reader] });
    });
    const sent = await desk.sendNow();
    const { readers, trouble } = heldEntry(vault, entryId);
    await tellEntries(world, vault, [entryId]);
    if (readers.has(reader.userId) && sent) return desk.publishNow();
    // Another device was first: its text was joined, and the share begins again.
    if (trouble || attempt === MOST_ATTEMPTS) throw new VaultRefused(trouble ?? 'epoch-out-of-order');
  }
}

/**
 * The server forgets the grant at once and closes the epoch; then the text gets a new key, so that what is written next
 * is closed to whoever read before.
 */
export async function revokeReader(desk: Desk, entryId: string, userId: string): Promise<void> {
  const { world, vault } = desk;
  const { head } = heldEntry(vault, entryId);
  await world.server.revoke(entryId, userId);
  await desk.seals.take(async () => {
    const held = heldEntry(vault, entryId);
    vault.memory.learn((index) => withoutReader(index, entryId, userId));
    vault.entries.set(entryId, { ...held, epochClosed: true, readers: new Set() });
    if (held.head.epoch === head.epoch)
      await sealEntry(world, vault, { id: entryId, schema: held.schema, body: held.body });
  });
  await tellEntries(world, vault, [entryId]);
  await desk.sendNow();
  await desk.publishNow();
}

/** From now on this key is this person's; every other device learns it with the index. */
export async function confirmPerson(desk: Desk, person: PersonRow): Promise<void> {
  const { keys } = person;
  if (!keys) throw new VaultRefused('nobody-to-read');
  const { memory } = desk.vault;
  const row = {
    keyId: keys.keyId,
    userId: person.userId,
    edPub: toHex(keys.edPub),
    xPub: toHex(keys.xPub),
    xkeySignature: toHex(keys.xkeySignature),
  };
  memory.learn((index) => ({
    ...index,
    pins: pin(index.pins, person.userId, fromHex(row.edPub)),
    keyRows: [...index.keyRows.filter(({ keyId }) => keyId !== row.keyId), row],
  }));
  await memory.keep();
  await desk.publishNow();
}

export function pinStateOf(
  { memory }: OpenedVault,
  userId: string,
  edPub: Uint8Array<ArrayBuffer>,
): PinState {
  const { pins } = memory.index;
  const pinned = Object.hasOwn(pins, userId) ? pins[userId] : undefined;
  if (pinned === undefined) return 'unverified';
  return pinned === toHex(edPub) ? 'verified' : 'changed';
}

function withoutReader(index: OpenedVault['memory']['index'], entryId: string, userId: string) {
  const known = Object.hasOwn(index.entries, entryId) ? index.entries[entryId] : undefined;
  if (!known) return index;
  const readers = known.readers.filter((each) => each !== userId);
  return { ...index, entries: { ...index.entries, [entryId]: { ...known, readers } } };
}
