import { AServer } from './testing/a-server';
import {
  aFree,
  aKeeper,
  aPerson,
  COACH,
  settled,
  shownBy,
  SUPERVISOR,
  troubleOf,
  typedAgain,
  unlockedAgain,
} from './testing/a-person';

const id = '22222222-2222-4222-8222-222222222222';

async function aJournal() {
  const server = new AServer();
  const person = await aPerson(server);
  await person.keeper.save({ kind: 'entry', id, document: aFree('avant') });
  await person.keeper.save({ kind: 'entry', id: crypto.randomUUID(), document: aFree('une autre') });
  await settled(person);
  return { server, person };
}

const opens = (server: AServer, key: { passphrase: string } | { recoveryCode: string }) =>
  troubleOf(() => aKeeper(server.again(COACH)).unlock(key));

describe('another passphrase or recovery code', () => {
  it('opens from then on, and the former one no longer does', async () => {
    const { server, person } = await aJournal();
    const { text } = await person.keeper.prepareWay('passphrase');
    expect(await opens(server, { passphrase: text })).toBe('key-does-not-fit');
    expect(
      await troubleOf(() =>
        person.keeper.confirmWay({ passphraseTyped: person.kit.passphrase, groupsTyped: [] }),
      ),
    ).toBe('words-differ');
    await person.keeper.confirmWay({ passphraseTyped: text, groupsTyped: [] });
    expect(await opens(server, { passphrase: text })).toBeNull();
    expect(await opens(server, { passphrase: person.kit.passphrase })).toBe('key-does-not-fit');
    expect(await opens(server, { recoveryCode: person.kit.recoveryCode })).toBeNull();
    expect(await troubleOf(() => person.keeper.confirmWay({ passphraseTyped: text, groupsTyped: [] }))).toBe(
      'nothing-prepared',
    );
  });

  it('replaces the code on paper the same way', async () => {
    const { server, person } = await aJournal();
    const { text, groupsAsked } = await person.keeper.prepareWay('recovery');
    const groups = text.split('-');
    const typed = groupsAsked.map((group) => [group, groups[group] ?? ''] as const);
    expect(
      await troubleOf(() => person.keeper.confirmWay({ passphraseTyped: '', groupsTyped: typed.slice(1) })),
    ).toBe('groups-differ');
    await person.keeper.confirmWay({ passphraseTyped: '', groupsTyped: typed });
    expect(await opens(server, { recoveryCode: text })).toBeNull();
    expect(await opens(server, { recoveryCode: person.kit.recoveryCode })).toBe('key-does-not-fit');
  });
});

describe('when somebody may know it', () => {
  it('gives every text a new key under a new identity; history and drafts stay readable', async () => {
    const { server, person } = await aJournal();
    const kit = await person.keeper.prepareRotation();
    expect(kit.words).not.toEqual(person.kit.words);
    const standing = await person.keeper.confirmRotation(typedAgain(kit));
    expect(standing).toMatchObject({ state: 'open', generation: 2, ownWords: kit.words });
    await settled(person);
    expect(server.kept(id).keys.map(({ epoch, generation }) => [epoch, generation])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(await opens(server, { passphrase: person.kit.passphrase })).toBe('key-does-not-fit');
    for (const device of [person.device, undefined]) {
      const again = await unlockedAgain(server, { id: COACH, kit }, device);
      expect([...shownBy(again).values()].map(({ trouble }) => trouble)).toEqual([null, null]);
      expect((await again.keeper.history(id)).map(({ trouble, rev }) => [rev, trouble])).toEqual([
        [2, null],
        [1, null],
      ]);
    }
    expect(person.news.filter(({ news }) => news === 'progress')).toHaveLength(2);
  });

  it('goes on where it was broken off', async () => {
    const { server, person } = await aJournal();
    const kit = await person.keeper.prepareRotation();
    server.after = (call) => {
      if (call === 'rotate') server.offline = true;
    };
    expect(await troubleOf(() => person.keeper.confirmRotation(typedAgain(kit)))).not.toBeNull();
    server.offline = false;
    server.after = () => undefined;
    const again = await unlockedAgain(server, { id: COACH, kit }, person.device);
    await settled(again);
    expect(server.kept(id).keys.at(-1)).toMatchObject({ epoch: 2, generation: 2 });
  });

  it('ends every share until the new words were read, on both sides', async () => {
    const { server, person } = await aJournal();
    const supervisor = await aPerson(server, SUPERVISOR, 'Hélène Fictive');
    const verify = async (one: typeof person, other: typeof person) => {
      const words = (await one.keeper.people()).find(({ userId }) => userId === other.id)?.words ?? [];
      await one.keeper.confirmWords({ userId: other.id, words });
    };
    await verify(person, supervisor);
    await verify(supervisor, person);
    await person.keeper.share({ id, userId: SUPERVISOR });
    const kit = await person.keeper.prepareRotation();
    await person.keeper.confirmRotation(typedAgain(kit));
    await settled(person);
    expect(await supervisor.keeper.shared()).toEqual([]);
    expect(shownBy(person).get(id)?.readers).toEqual([]);
    expect((await supervisor.keeper.people())[0]?.pin).toBe('changed');
    expect(await person.keeper.sharedBefore()).toEqual([{ id, userId: SUPERVISOR }]);
    await person.keeper.share({ id, userId: SUPERVISOR });
    expect((await supervisor.keeper.shared())[0]).toMatchObject({ pin: 'changed', trouble: null });
    await verify(supervisor, person);
    expect((await supervisor.keeper.shared())[0]?.pin).toBe('verified');
  });

  it('remembers on this device what was shared, also broken off and unlocked anew, until it is shared or let go', async () => {
    const { server, person } = await aJournal();
    const supervisor = await aPerson(server, SUPERVISOR, 'Hélène Fictive');
    const words = (await person.keeper.people()).find(({ userId }) => userId === SUPERVISOR)?.words ?? [];
    await person.keeper.confirmWords({ userId: supervisor.id, words });
    await person.keeper.share({ id, userId: SUPERVISOR });
    expect(await person.keeper.sharedBefore()).toEqual([]);
    const kit = await person.keeper.prepareRotation();
    server.after = (call) => {
      if (call === 'rotate') server.offline = true;
    };
    expect(await troubleOf(() => person.keeper.confirmRotation(typedAgain(kit)))).not.toBeNull();
    server.offline = false;
    server.after = () => undefined;
    const again = await unlockedAgain(server, { id: COACH, kit }, person.device);
    await settled(again);
    expect(await again.keeper.sharedBefore()).toEqual([{ id, userId: SUPERVISOR }]);
    await again.keeper.letGo(id);
    expect(await again.keeper.sharedBefore()).toEqual([]);
  });

  it('is never taken back by a server that shows the former state', async () => {
    const { server, person } = await aJournal();
    const before = server.people.get(COACH)!.vault!;
    const kit = await person.keeper.prepareRotation();
    await person.keeper.confirmRotation(typedAgain(kit));
    await settled(person);
    server.people.get(COACH)!.vault = before;
    expect(await troubleOf(() => aKeeper(server.again(COACH), person.device).look())).toBe(
      'generation-went-back',
    );
  });
});

describe('starting again', () => {
  it('sets the vault aside; another one can be opened, on this device without a doubt', async () => {
    const { server, person } = await aJournal();
    expect(await person.keeper.startAgain()).toMatchObject({ state: 'none', setAsideUntil: 90 });
    expect(await troubleOf(() => person.keeper.save({ kind: 'entry', id, document: aFree('x') }))).toBe(
      'locked',
    );
    const kit = await person.keeper.prepare();
    expect((await person.keeper.confirmAndOpen(typedAgain(kit))).state).toBe('open');
    expect(server.people.get(COACH)?.vault?.id).toBe(kit.vaultId);
  });

  it('elsewhere is a doubt here, which its owner settles', async () => {
    const { server, person } = await aJournal();
    const elsewhere = aKeeper(server.again(COACH));
    await elsewhere.startAgain();
    const keeper = aKeeper(server.again(COACH), person.device);
    expect(await troubleOf(() => keeper.look())).toBe('vault-vanished');
    expect((await keeper.acceptShown()).state).toBe('none');
  });
});
