import { aKeeper, aPerson, COACH, TODAY, troubleOf, typedAgain } from './testing/a-person';
import { AServer } from './testing/a-server';

describe('opening a vault', () => {
  it('shows a kit once, has it typed again and is then open', async () => {
    const server = new AServer();
    const keeper = aKeeper(server.join(COACH, 'Camille Fictive'));
    expect((await keeper.look()).state).toBe('none');
    const kit = await keeper.prepare();
    expect(kit.passphrase.split(' ')).toHaveLength(7);
    expect(kit.recoveryCode.split('-')).toHaveLength(7);
    expect(kit.words).toHaveLength(10);
    expect(kit.madeOn).toBe(TODAY);
    expect(server.people.get(COACH)?.vault).toBeNull();
    const standing = await keeper.confirmAndOpen(typedAgain(kit));
    expect(standing).toMatchObject({ state: 'open', generation: 1, ownWords: kit.words, mayShare: true });
    expect(server.people.get(COACH)?.vault?.id).toBe(kit.vaultId);
  });

  it('sends neither passphrase nor code, nor anything that opens', async () => {
    const server = new AServer();
    const { kit } = await aPerson(server);
    const sent = JSON.stringify(server.people.get(COACH)).toLowerCase();
    for (const word of [...kit.passphrase.split(' '), ...kit.recoveryCode.toLowerCase().split('-')])
      expect(sent).not.toContain(`"${word}`);
  });

  it('opens nothing while a word or a group differs, and says which', async () => {
    const server = new AServer();
    const keeper = aKeeper(server.join(COACH, 'Camille Fictive'));
    await keeper.look();
    const typed = typedAgain(await keeper.prepare());
    const words = typed.passphraseTyped.split(' ');
    const other = words[2] === 'abaisser' ? 'abandon' : 'abaisser';
    const wrongWord = { ...typed, passphraseTyped: words.with(2, other).join(' ') };
    await expect(keeper.confirmAndOpen(wrongWord)).rejects.toMatchObject({
      reason: 'words-differ',
      details: { position: 3 },
    });
    const [first, second] = typed.groupsTyped;
    const wrongGroup = { ...typed, groupsTyped: [first!, [second![0], '0000'] as const] };
    await expect(keeper.confirmAndOpen(wrongGroup)).rejects.toMatchObject({
      reason: 'groups-differ',
      details: { groups: [second![0]] },
    });
    const unasked = typed.groupsTyped.map(([group, text]) => [(group + 1) % 7, text] as const);
    expect(await troubleOf(() => keeper.confirmAndOpen({ ...typed, groupsTyped: unasked }))).toBe(
      'groups-differ',
    );
    expect(
      await troubleOf(() => keeper.confirmAndOpen({ ...typed, passphraseTyped: 'trop court' })),
    ).not.toBeNull();
    expect(server.people.get(COACH)?.vault).toBeNull();
    await keeper.confirmAndOpen(typed);
  });

  it('forgives what was typed in capitals, without accents, with O for zero', async () => {
    const server = new AServer();
    const keeper = aKeeper(server.join(COACH, 'Camille Fictive'));
    await keeper.look();
    const typed = typedAgain(await keeper.prepare());
    const standing = await keeper.confirmAndOpen({
      passphraseTyped: typed.passphraseTyped.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(),
      groupsTyped: typed.groupsTyped.map(([at, text]) => [
        at,
        ` ${text.toLowerCase().replaceAll('0', 'o')} `,
      ]),
    });
    expect(standing.state).toBe('open');
  });

  it('takes an answer that got lost for what it was', async () => {
    const server = new AServer();
    const keeper = aKeeper(server.join(COACH, 'Camille Fictive'));
    await keeper.look();
    const typed = typedAgain(await keeper.prepare());
    server.after = (call) => {
      if (call === 'openVault') throw new Error('lost');
    };
    await expect(keeper.confirmAndOpen(typed)).rejects.toThrow('lost');
    server.after = () => undefined;
    expect((await keeper.confirmAndOpen(typed)).state).toBe('open');
  });

  it('refuses to be taken for another vault that is there already', async () => {
    const server = new AServer();
    await aPerson(server);
    const elsewhere = aKeeper(server.again(COACH));
    const kit = await elsewhere.prepare();
    expect(await troubleOf(() => elsewhere.confirmAndOpen(typedAgain(kit)))).toBe('vault-exchanged');
  });

  it('has nothing to confirm before a kit was shown', async () => {
    const keeper = aKeeper(new AServer().join(COACH, 'Camille Fictive'));
    const typed = { passphraseTyped: '', groupsTyped: [] };
    expect(await troubleOf(() => keeper.confirmAndOpen(typed))).toBe('nothing-prepared');
  });
});

describe('unlocking', () => {
  it('takes the passphrase or the recovery code, on any device', async () => {
    const server = new AServer();
    const { kit } = await aPerson(server);
    for (const key of [{ passphrase: kit.passphrase }, { recoveryCode: kit.recoveryCode }]) {
      const keeper = aKeeper(server.again(COACH));
      expect((await keeper.look()).state).toBe('locked');
      expect(await keeper.unlock(key)).toMatchObject({ state: 'open', ownWords: kit.words });
    }
  });

  it('refuses a wrong one, a mistyped one and one of too few words by name', async () => {
    const server = new AServer();
    const { kit } = await aPerson(server);
    const other = await aPerson(new AServer());
    const keeper = aKeeper(server.again(COACH));
    const why = (key: Parameters<typeof keeper.unlock>[0]) => troubleOf(() => keeper.unlock(key));
    expect(await why({ passphrase: other.kit.passphrase })).toBe('key-does-not-fit');
    expect(await why({ recoveryCode: other.kit.recoveryCode })).toBe('key-does-not-fit');
    expect(await why({ passphrase: kit.passphrase.split(' ').slice(1).join(' ') })).toBe('passphrase-length');
    expect(await why({ passphrase: kit.passphrase.replace(/\S+$/, 'xyz') })).toBe('word-unknown');
    expect(await why({ recoveryCode: kit.recoveryCode.slice(1) })).toBe('recovery-code-malformed');
    const first = kit.recoveryCode[0] === '0' ? '1' : '0';
    expect(await why({ recoveryCode: first + kit.recoveryCode.slice(1) })).toBe('recovery-code-mistyped');
  });

  it('says so when there is no vault yet', async () => {
    const keeper = aKeeper(new AServer().join(COACH, 'Camille Fictive'));
    expect(await troubleOf(() => keeper.unlock({ passphrase: 'x' }))).toBe('vault-missing');
  });

  it('works without a connection on a device that was here before', async () => {
    const server = new AServer();
    const { kit, device } = await aPerson(server);
    server.offline = true;
    const keeper = aKeeper(server.again(COACH), device);
    expect(await keeper.look()).toMatchObject({ state: 'locked', mayShare: false });
    expect((await keeper.unlock({ passphrase: kit.passphrase })).state).toBe('open');
    expect(await troubleOf(() => aKeeper(server.again(COACH)).look())).toBe('offline');
  });

  it.each([
    ['a lowered derivation', { derivation: 'argon2id-1MiB-1-1' }, 'derivation-not-allowed'],
    ['a salt of another length', { salt: new Uint8Array(8) }, 'derivation-not-allowed'],
    ['another commitment', { commit: new Uint8Array(32) }, 'key-does-not-fit'],
    ['another box', { wrapped: new Uint8Array(48) }, 'cannot-open'],
    ['another generation', { generation: 2 }, 'cannot-open'],
    ['another kind of slot', { type: 'prf' }, 'slot-missing'],
  ])('refuses a slot with %s', async (_, change, reason) => {
    const server = new AServer();
    const { kit } = await aPerson(server);
    const person = server.people.get(COACH)!;
    const slots = person.vault!.slots.map((slot) =>
      slot.type === 'passphrase' ? { ...slot, ...change } : slot,
    );
    person.vault = { ...person.vault!, slots };
    const keeper = aKeeper(server.again(COACH));
    expect(await troubleOf(() => keeper.unlock({ passphrase: kit.passphrase }))).toBe(reason);
  });

  it('refuses another suite and exchanged public keys', async () => {
    const server = new AServer();
    const { kit } = await aPerson(server);
    const person = server.people.get(COACH)!;
    const vault = person.vault!;
    const why = () => troubleOf(() => aKeeper(server.again(COACH)).unlock({ passphrase: kit.passphrase }));
    person.vault = { ...vault, suite: 'visavis/0' };
    expect(await why()).toBe('suite-unknown');
    person.vault = { ...vault, identity: { ...vault.identity, xPub: new Uint8Array(32).fill(9) } };
    expect(await why()).toBe('cannot-open');
  });
});

describe('what a device remembers of a vault', () => {
  it('is told when the server shows none, another or an older one, and writes nothing', async () => {
    const server = new AServer();
    const { device } = await aPerson(server);
    const person = server.people.get(COACH)!;
    const vault = person.vault!;
    const why = () => troubleOf(() => aKeeper(server.again(COACH), device).look());
    person.vault = null;
    expect(await why()).toBe('vault-vanished');
    person.vault = { ...vault, id: crypto.randomUUID() };
    expect(await why()).toBe('vault-exchanged');
    person.vault = { ...vault, generation: 2 };
    expect(await why()).toBeNull();
    person.vault = vault;
    expect(await why()).toBe('generation-went-back');
    expect(new Set(server.asked.slice(-4))).toEqual(new Set(['readVault']));
  });
});
