import { startBid, startMargin, writeAnswer } from '@visavis/journal';
import { revisionHash } from '@visavis/sealing-proof';
import { AServer } from './testing/a-server';
import {
  aFree,
  aPerson,
  type APerson,
  settled,
  shownBy,
  SUPERVISOR,
  TODAY,
  troubleOf,
  unlockedAgain,
} from './testing/a-person';

const newId = (): string => crypto.randomUUID();

async function written(person: APerson, text: string, id = newId()): Promise<string> {
  await person.keeper.save({ kind: 'entry', id, document: aFree(text) });
  return id;
}

async function savedBy(server: AServer, text = 'Premier texte') {
  const person = await aPerson(server);
  const id = await written(person, text);
  await settled(person);
  return { person, id };
}

const textOn = (person: APerson, id: string) => {
  const entry = shownBy(person).get(id)?.entry;
  return entry?.kind === 'free' ? entry.answers.text : null;
};

describe('saving an entry', () => {
  it('seals it on this device, sends it, and is sure once the server says its hash', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const id = await written(person, 'Tilleul a répondu non.');
    const states = () =>
      person.news.flatMap((each) => (each.news === 'entries' ? each.entries : [])).map(({ sync }) => sync);
    expect(states()[0]).toBe('device');
    await settled(person);
    expect([...new Set(states())]).toEqual(['device', 'sent', 'confirmed']);
    expect(server.kept(id).revisions).toHaveLength(1);
    const again = await unlockedAgain(server, person);
    expect(textOn(again, id)).toBe('Tilleul a répondu non.');
    expect(shownBy(again).get(id)).toMatchObject({
      rev: 1,
      sync: 'confirmed',
      trouble: null,
      hasMargin: false,
    });
  });

  it('gives the server no word of it, and none of a margin', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const bid = writeAnswer(startBid(TODAY, 1), 'alias', 'canari-tilleul');
    const id = newId();
    await person.keeper.save({ kind: 'entry', id, document: bid });
    const margin = { ...startMargin(id), note: 'canari-marge' };
    await person.keeper.save({ kind: 'margin', id, document: margin });
    await settled(person);
    const bytes = Buffer.concat(
      [...server.entries.values()].flatMap(({ revisions }) =>
        revisions.map(({ ciphertext }) => Buffer.from(ciphertext)),
      ),
    );
    for (const canary of ['canari-tilleul', 'canari-marge']) {
      expect(bytes.includes(canary)).toBe(false);
      expect(bytes.includes(Buffer.from(canary, 'utf16le'))).toBe(false);
    }
    expect(shownBy(person).get(id)).toMatchObject({ hasMargin: true, sync: 'confirmed' });
    expect(await (await unlockedAgain(server, person)).keeper.readMargin(id)).toEqual(margin);
  });

  it('queues without a connection, survives a lock, and goes out in order', async () => {
    const server = new AServer();
    const { person, id } = await savedBy(server);
    server.offline = true;
    for (const text of ['deux', 'trois', 'quatre']) await written(person, text, id);
    const other = await written(person, 'une autre');
    await settled(person);
    expect(shownBy(person).get(id)?.sync).toBe('device');
    const again = await unlockedAgain(server, person, person.device);
    expect([textOn(again, id), textOn(again, other)]).toEqual(['quatre', 'une autre']);
    server.offline = false;
    await again.keeper.refresh();
    await settled(again);
    expect(server.kept(id).revisions.map(({ rev }) => rev)).toEqual([1, 2, 3, 4]);
    expect([shownBy(again).get(id)?.sync, shownBy(again).get(other)?.sync]).toEqual([
      'confirmed',
      'confirmed',
    ]);
  });

  it('sends again what was answered into the void, and has it once', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    let lost = 0;
    server.after = (call) => {
      if (call !== 'saveRevision' || lost++ > 0) return;
      server.offline = true;
      throw new Error('the line broke');
    };
    const id = await written(person, 'une fois');
    await settled(person);
    server.offline = false;
    const again = await unlockedAgain(server, person, person.device);
    await settled(again);
    expect(server.kept(id).revisions).toHaveLength(1);
    expect(shownBy(again).get(id)?.sync).toBe('confirmed');
  });

  it('refuses what is no entry, and what is too long, and writes nothing', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const save = (document: unknown) =>
      troubleOf(() => person.keeper.save({ kind: 'entry', id: newId(), document: document as never }));
    expect(await save({ kind: 'free' })).toBe('entry-unreadable');
    expect(await save(aFree('x'.repeat(60_001)))).toBe('entry-unreadable');
    const besides = Array.from({ length: 150 }, () => ({ field: 'text', value: 'y'.repeat(2_000) }));
    expect(await save({ ...aFree('x'), besides })).toBe('text-too-long');
    expect(server.entries.size).toBe(0);
  });

  it('shows every earlier text, verified', async () => {
    const server = new AServer();
    const { person, id } = await savedBy(server, 'un');
    await written(person, 'deux', id);
    await settled(person);
    server.kept(id).revisions[0]!.ciphertext[40]! ^= 1;
    const past = await person.keeper.history(id);
    expect(past.map(({ rev, trouble }) => [rev, trouble])).toEqual([
      [2, null],
      [1, 'signature-wrong'],
    ]);
  });
});

describe('two devices', () => {
  it('join edits of different questions, and keep both texts of one side by side', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const id = newId();
    await person.keeper.save({
      kind: 'entry',
      id,
      document: writeAnswer(startBid(TODAY, 0), 'alias', 'Tilleul'),
    });
    await settled(person);
    const other = await unlockedAgain(server, person);
    await other.keeper.acceptFirstLook();
    const bid = shownBy(other).get(id)!.entry!;
    if (bid.kind !== 'bid') throw new Error('it is a bid');
    server.offline = true;
    const here = writeAnswer(writeAnswer(bid, 'need_heard', 'Ici, un besoin'), 'fee', 4000);
    await person.keeper.save({ kind: 'entry', id, document: here });
    await settled(person);
    server.offline = false;
    const there = writeAnswer(writeAnswer(bid, 'need_heard', 'Là, un autre'), 'source', 'tender');
    await other.keeper.save({ kind: 'entry', id, document: there });
    await settled(other);
    await person.keeper.refresh();
    await settled(person);
    const joined = shownBy(person).get(id)!;
    expect(joined).toMatchObject({ sync: 'confirmed', rev: 3 });
    expect(joined.entry?.answers).toMatchObject({
      alias: 'Tilleul',
      fee: 4000,
      source: 'tender',
      need_heard: 'Là, un autre',
    });
    expect(joined.entry?.besides).toEqual([{ field: 'need_heard', value: 'Ici, un besoin' }]);
    await other.keeper.refresh();
    expect(shownBy(other).get(id)?.entry).toEqual(joined.entry);
  });

  it('agree that an entry was taken away, and both margins with it', async () => {
    const server = new AServer();
    const { person, id } = await savedBy(server);
    await person.keeper.save({ kind: 'margin', id, document: { ...startMargin(id), note: 'Le vrai nom' } });
    await settled(person);
    const other = await unlockedAgain(server, person);
    await person.keeper.remove(id);
    expect(shownBy(person).has(id)).toBe(false);
    await other.keeper.refresh();
    expect(shownBy(other).has(id)).toBe(false);
    expect([...server.entries.values()].filter(({ tombstone }) => tombstone)).toHaveLength(2);
    const third = await unlockedAgain(server, person, person.device);
    expect(shownBy(third).has(id)).toBe(false);
  });

  it('have the new one look before it writes', async () => {
    const server = new AServer();
    const { person } = await savedBy(server);
    const other = await unlockedAgain(server, person);
    expect(other.news).toContainEqual({ news: 'first-look', look: { lastChange: 0, readers: [] } });
    expect(await troubleOf(() => written(other, 'trop tôt'))).toBe('look-first');
    await other.keeper.acceptFirstLook();
    expect(await troubleOf(() => written(other, 'maintenant'))).toBeNull();
    expect(person.news.some(({ news }) => news === 'first-look')).toBe(false);
  });
});

describe('a server that lies', () => {
  type Lie = (server: AServer, id: string) => void;
  const lies: readonly (readonly [string, Lie, string])[] = [
    [
      'alters a text',
      (server, id) => void (server.kept(id).revisions[0]!.ciphertext[9]! ^= 1),
      'signature-wrong',
    ],
    [
      'alters a signature',
      (server, id) => void (server.kept(id).revisions[0]!.signature[9]! ^= 1),
      'signature-wrong',
    ],
    [
      'shows another class',
      (server, id) =>
        void (server.kept(id).revisions[0] = { ...server.kept(id).revisions[0]!, schema: 'margin/1' }),
      'signature-wrong',
    ],
    [
      'names another author',
      (server, id) =>
        void (server.kept(id).revisions[0] = { ...server.kept(id).revisions[0]!, authorId: SUPERVISOR }),
      'author-not-owner',
    ],
    [
      'moves a key',
      (server, id) => void (server.kept(id).keys[0] = { ...server.kept(id).keys[0]!, entryId: newId() }),
      'cannot-open',
    ],
    ['exchanges a key', (server, id) => void (server.kept(id).keys[0]!.wrapped[3]! ^= 1), 'cannot-open'],
    [
      'cuts a text',
      (server, id) =>
        void (server.kept(id).revisions[0] = {
          ...server.kept(id).revisions[0]!,
          ciphertext: server.kept(id).revisions[0]!.ciphertext.slice(0, 2000),
        }),
      'size-not-allowed',
    ],
    [
      'names a generation that never was',
      (server, id) => void (server.kept(id).keys[0] = { ...server.kept(id).keys[0]!, generation: 7 }),
      'generation-unknown',
    ],
  ];

  it.each(lies)(
    'and %s is refused by name; nothing is shown as empty or saved over',
    async (_, lie, reason) => {
      const server = new AServer();
      const { person, id } = await savedBy(server);
      lie(server, id);
      const other = await unlockedAgain(server, person);
      await other.keeper.acceptFirstLook();
      expect(shownBy(other).get(id)).toMatchObject({ entry: null, trouble: reason });
      const before = server.kept(id).revisions.length;
      expect(await troubleOf(() => written(other, 'par-dessus', id))).toBe('entry-unreadable');
      await settled(other);
      expect(server.kept(id).revisions).toHaveLength(before);
    },
  );

  it('and shows one entry under the id of another is refused', async () => {
    const server = new AServer();
    const { person, id } = await savedBy(server);
    const other = await written(person, 'une autre');
    await settled(person);
    const [one, two] = [server.kept(id), server.kept(other)];
    [one.revisions, two.revisions] = [two.revisions, one.revisions];
    [one.keys, two.keys] = [two.keys, one.keys];
    const again = await unlockedAgain(server, person, person.device);
    expect([shownBy(again).get(id)?.entry, shownBy(again).get(other)?.entry]).toEqual([null, null]);
    expect(shownBy(again).get(id)?.trouble).toBe('cannot-open');
  });

  it('and goes back to an older text is refused on the device that saw the newer, and by what it told the others', async () => {
    const server = new AServer();
    const { person, id } = await savedBy(server);
    await written(person, 'plus récent', id);
    await settled(person);
    server.kept(id).revisions.pop();
    for (const device of [person.device, undefined]) {
      const again = await unlockedAgain(server, person, device);
      expect(shownBy(again).get(id)?.trouble).toBe('revision-went-back');
    }
  });

  it('and goes back while somebody reads leaves the newer text in view', async () => {
    const server = new AServer();
    const { person, id } = await savedBy(server);
    await written(person, 'plus récent', id);
    await settled(person);
    server.kept(id).revisions.pop();
    await person.keeper.refresh();
    expect(shownBy(person).get(id)?.trouble).toBe('revision-went-back');
    expect(textOn(person, id)).toBe('plus récent');
  });

  it('and hides an entry is told, also by a device that only knows it from the index', async () => {
    const server = new AServer();
    const { person, id } = await savedBy(server);
    server.entries.delete(id);
    for (const device of [person.device, undefined]) {
      const again = await unlockedAgain(server, person, device);
      expect(shownBy(again).get(id)).toMatchObject({ entry: null, trouble: 'entries-vanished' });
    }
  });

  it('and says an entry was deleted is believed only with the signature of its owner', async () => {
    const server = new AServer();
    const { person, id } = await savedBy(server);
    const { revisions } = server.kept(id);
    const head = revisions.at(-1)!;
    server.kept(id).tombstone = {
      vaultId: head.vaultId,
      entryId: id,
      rev: head.rev,
      headHash: revisionHash(head),
      signature: new Uint8Array(64).fill(7),
    };
    const again = await unlockedAgain(server, person, person.device);
    expect(shownBy(again).get(id)).toMatchObject({ entry: null, trouble: 'entries-vanished' });
  });

  it('and returns nothing at all loses nothing and is written nothing', async () => {
    const server = new AServer();
    const { person, id } = await savedBy(server);
    const { entries } = server;
    const kept = new Map(entries);
    entries.clear();
    const again = await unlockedAgain(server, person, person.device);
    expect(shownBy(again).get(id)?.trouble).toBe('entries-vanished');
    expect(await troubleOf(() => written(again, 'par-dessus', id))).toBe('entry-unreadable');
    for (const [entryId, entry] of kept) entries.set(entryId, entry);
    const once = await unlockedAgain(server, person, person.device);
    expect(textOn(once, id)).toBe('Premier texte');
  });
});
