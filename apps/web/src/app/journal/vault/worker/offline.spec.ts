import type { Device } from './device';
import {
  aFree,
  aKeeper,
  aPerson,
  type APerson,
  COACH,
  settled,
  SUPERVISOR,
  troubleOf,
  typedAgain,
} from './testing/a-person';
import { AServer } from './testing/a-server';

async function writes({ keeper }: Pick<APerson, 'keeper'>, text: string): Promise<void> {
  await keeper.save({ kind: 'entry', id: crypto.randomUUID(), document: aFree(text) });
  await settled({ keeper });
}

/** Somebody else, whose vault was last seen at `seenAt` on a device that others use too. */
async function opensOn(device: Device, server: AServer, seenAt: number): Promise<void> {
  const keeper = aKeeper(server.join(SUPERVISOR, 'Hélène Fictive'), device);
  await keeper.look();
  await keeper.confirmAndOpen(typedAgain(await keeper.prepare()));
  await device.keepVault({ ...(await device.knownVault(SUPERVISOR))!, seenAt });
}

describe('a device without a connection', () => {
  it('opens the vault of whoever was here last', async () => {
    const server = new AServer();
    const { kit, device, keeper } = await aPerson(server);
    await opensOn(device, server, 0);
    server.offline = true;
    const again = aKeeper(server.again(COACH), device);
    expect((await again.unlock({ passphrase: kit.passphrase })).ownWords).toEqual(kit.words);
    await device.keepVault({ ...(await device.knownVault(COACH))!, seenAt: -1 });
    const other = aKeeper(server.again(COACH), device);
    expect(await troubleOf(() => other.unlock({ passphrase: kit.passphrase }))).not.toBeNull();
    expect((await keeper.look()).state).toBe('open');
  });

  it('opens no vault after its owner signed out here, and keeps what the server does not have', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const { kit, device } = person;
    await writes(person, 'parti');
    server.offline = true;
    await writes(person, 'pas encore parti');
    await device.signOut();
    expect(await troubleOf(() => aKeeper(server.again(COACH), device).look())).toBe('offline');
    expect(await device.cached(kit.vaultId)).toEqual([]);
    expect(await device.knownVault(COACH)).toMatchObject({ vaultId: kit.vaultId, generation: 1, row: null });

    server.offline = false;
    const again = aKeeper(server.again(COACH), device);
    expect(await again.countUnsent()).toBe(1);
    await again.unlock({ passphrase: kit.passphrase });
    await settled({ keeper: again });
    expect(await again.countUnsent()).toBe(0);
    const texts = [...server.entries.values()].filter(
      ({ revisions }) => revisions[0]?.schema === 'journal/1',
    );
    expect(texts).toHaveLength(2);
  });

  it('counts a text once, however often it waits, and the vault’s own index not at all', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    server.offline = true;
    const id = crypto.randomUUID();
    for (const text of ['un', 'deux']) await person.keeper.save({ kind: 'entry', id, document: aFree(text) });
    await person.keeper.draft({ kind: 'entry', id, document: aFree('trois'), base: null });
    await settled(person);
    expect(await person.keeper.countUnsent()).toBe(1);
    await person.keeper.draft({
      kind: 'margin',
      id: crypto.randomUUID(),
      document: null as never,
      base: null,
    });
    expect(await person.keeper.countUnsent()).toBe(2);
  });

  it('has a copy of every entry, of which only what changed is written anew', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    for (const text of ['un', 'deux', 'trois']) await writes(person, text);
    const { kit, device } = person;
    const written: string[] = [];
    const keep = device.keepCached.bind(device);
    device.keepCached = (vaultId, rows) => {
      written.push(...rows.map(({ entryId }) => entryId));
      return keep(vaultId, rows);
    };
    const open = async () => {
      const keeper = aKeeper(server.again(COACH), device);
      await keeper.unlock({ passphrase: kit.passphrase });
      await settled({ keeper });
      return written.splice(0).toSorted();
    };
    const all = [...server.entries.keys()].toSorted();
    expect(await open()).toEqual(all);
    expect(await open()).toEqual([]);
    // A reader was taken away, with the vault locked: the text is the same.
    server.kept(all[1]!).closed = true;
    expect(await open()).toEqual([all[1]]);
    expect((await device.cached(kit.vaultId)).filter(({ epochClosed }) => epochClosed)).toHaveLength(1);
    await device.signOut();
    expect(await device.cached(kit.vaultId)).toEqual([]);
    expect(await open()).toEqual(all);
    server.offline = true;
    const offline = aKeeper(server.again(COACH), device);
    await offline.unlock({ passphrase: kit.passphrase });
    expect(await offline.everything()).toHaveLength(3);
  });

  it('recognises its owner when the server answers again, and nobody else', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    server.offline = true;
    const again = aKeeper(server.again(COACH), person.device);
    expect(await again.unlock({ passphrase: person.kit.passphrase })).toMatchObject({ mayShare: false });
    expect(await troubleOf(() => again.recognise())).toBe('offline');
    server.offline = false;
    expect(await again.recognise()).toMatchObject({ state: 'open', mayShare: true });

    // The same browser, in which somebody else signed in meanwhile.
    Object.assign(server.people.get(COACH)!, { id: SUPERVISOR });
    expect(await again.recognise()).toBeNull();
  });
});
