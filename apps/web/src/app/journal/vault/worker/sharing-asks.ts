import type { PeopleReply } from '@visavis/journal';
import { type EntryKey, fingerprintWords } from '@visavis/sealing';
import { VaultRefused } from '../vault-trouble';
import type { Person } from '../vault-types';
import { addComment, readOwnComments, readSharedComments } from './comments';
import type { Desk } from './desk';
import type { Keeping } from './keeping';
import { heldEntry, type OpenedVault } from './opened-vault';
import { keepSharedBefore, readSharedBefore } from './shared-before';
import { confirmPerson, pinStateOf, revokeReader, shareEntry } from './share-entry';
import { readShared } from './shared-entries';
import { tellEntries } from './tell-entries';

type PersonRow = PeopleReply['people'][number];

export function sharingAsks(desk: Desk) {
  const { world, sends } = desk;
  let people: readonly PersonRow[] = [];
  let keys: ReadonlyMap<string, EntryKey> = new Map();

  function personOf(userId: string): PersonRow {
    const person = people.find((each) => each.userId === userId);
    if (!person) throw new VaultRefused('nobody-to-read');
    return person;
  }

  async function readPeople(): Promise<readonly Person[]> {
    const { vault } = desk;
    ({ people } = await world.server.readPeople());
    vault.names = new Map(people.map(({ userId, name }) => [userId, name]));
    const withReaders = [...vault.entries.values()].filter(({ readers }) => readers.size > 0);
    await tellEntries(
      world,
      vault,
      withReaders.map(({ id }) => id),
    );
    return people.map((person) => shown(vault, person));
  }

  /** The key of an entry somebody shared, which its grant gave; read again when it is not at hand. */
  async function sharedKey(entryId: string): Promise<{ readonly key: EntryKey }> {
    if (!keys.has(entryId)) ({ keys } = await readShared(world, desk.vault));
    const key = keys.get(entryId);
    if (!key) throw new VaultRefused('entry-unknown');
    return { key };
  }

  return {
    people: readPeople,
    /** The words are compared by ear: a key that changed between being shown and being confirmed is refused. */
    confirmWords: ({ userId, words }: { readonly userId: string; readonly words: readonly string[] }) =>
      sends.take(async () => {
        const person = personOf(userId);
        if (shown(desk.vault, person).words.join(' ') !== words.join(' '))
          throw new VaultRefused('reader-key-changed');
        await confirmPerson(desk, person);
        return people.map((each) => shown(desk.vault, each));
      }),
    share: ({ id, userId }: { readonly id: string; readonly userId: string }) =>
      sends.take(async () => {
        await readPeople(); // the keys they have now
        const { keys: reader } = personOf(userId);
        if (!reader) throw new VaultRefused('nobody-to-read');
        const { keyId: _, ...identity } = reader;
        await shareEntry(desk, id, identity);
      }),
    revoke: ({ id, userId }: { readonly id: string; readonly userId: string }) =>
      sends.take(() => revokeReader(desk, id, userId)),
    sharedBefore: () => readSharedBefore(world, desk.vault),
    letGo: (entryId: string) =>
      sends.take(async () => {
        const all = await readSharedBefore(world, desk.vault);
        await keepSharedBefore(
          world,
          desk.vault,
          all.filter(({ id }) => id !== entryId),
        );
      }),
    async shared() {
      const read = await readShared(world, desk.vault);
      keys = read.keys;
      return read.entries;
    },
    async comments(entryId: string) {
      const { vault } = desk;
      if (vault.entries.has(entryId)) return readOwnComments(world, vault, entryId);
      return readSharedComments(world, vault, await sharedKey(entryId));
    },
    async comment({ id, text }: { readonly id: string; readonly text: string }) {
      const { vault } = desk;
      const { key } = vault.entries.has(id) ? heldEntry(vault, id) : await sharedKey(id);
      await addComment(world, vault, key, text);
    },
  } satisfies Partial<Keeping>;
}

function shown(vault: OpenedVault, { userId, name, role, keys, contractId }: PersonRow): Person {
  return {
    userId,
    name,
    role,
    contractId,
    words: keys ? fingerprintWords(userId, keys.edPub).split(' ') : [],
    pin: keys ? pinStateOf(vault, userId, keys.edPub) : 'unverified',
    hasVault: keys !== null,
  };
}
