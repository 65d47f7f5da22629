import { AServer } from './testing/a-server';
import {
  aFree,
  aPerson,
  type APerson,
  COACH,
  settled,
  shownBy,
  SUPERVISOR,
  troubleOf,
  unlockedAgain,
} from './testing/a-person';

const id = '22222222-2222-4222-8222-222222222222';

async function aPair() {
  const server = new AServer();
  const coach = await aPerson(server);
  const supervisor = await aPerson(server, SUPERVISOR, 'Hélène Fictive');
  await coach.keeper.save({ kind: 'entry', id, document: aFree('Brouillon intime') });
  await coach.keeper.save({ kind: 'entry', id, document: aFree('Texte à partager') });
  await settled(coach);
  return { server, coach, supervisor };
}

async function verify(one: APerson, other: APerson): Promise<void> {
  const person = (await one.keeper.people()).find(({ userId }) => userId === other.id);
  await one.keeper.confirmWords({ userId: other.id, words: person?.words ?? [] });
}

async function aShare() {
  const pair = await aPair();
  await verify(pair.coach, pair.supervisor);
  await verify(pair.supervisor, pair.coach);
  await pair.coach.keeper.share({ id, userId: SUPERVISOR });
  return pair;
}

const textOf = (entry: { entry: { answers: object } | null } | undefined) => entry?.entry?.answers;

describe('verifying each other', () => {
  it('shows to each the words that the other one sees as their own', async () => {
    const { coach, supervisor } = await aPair();
    expect((await coach.keeper.people())[0]).toMatchObject({
      words: supervisor.kit.words,
      pin: 'unverified',
      hasVault: true,
    });
    expect((await supervisor.keeper.people())[0]?.words).toEqual(coach.kit.words);
  });

  it('follows to the other devices of the person', async () => {
    const { server, coach, supervisor } = await aPair();
    await verify(coach, supervisor);
    const other = await unlockedAgain(server, coach);
    expect((await other.keeper.people())[0]?.pin).toBe('verified');
  });

  it('pins only the words that were shown', async () => {
    const { coach, supervisor } = await aPair();
    await coach.keeper.people();
    const words = coach.kit.words;
    expect(await troubleOf(() => coach.keeper.confirmWords({ userId: supervisor.id, words }))).toBe(
      'reader-key-changed',
    );
    expect((await coach.keeper.people())[0]?.pin).toBe('unverified');
  });
});

describe('sharing', () => {
  it('is told by name to another device as soon as it opens the vault, and by number without a connection', async () => {
    const { server, coach } = await aShare();
    const other = await unlockedAgain(server, coach);
    const reader = { userId: SUPERVISOR, name: 'Hélène Fictive' };
    expect(shownBy(other).get(id)?.readers).toEqual([reader]);
    expect(other.news.find(({ news }) => news === 'first-look')).toMatchObject({
      look: { readers: [reader] },
    });

    server.offline = true;
    const without = await unlockedAgain(server, coach, other.device);
    expect(shownBy(without).get(id)?.readers).toEqual([{ ...reader, name: '' }]);
  });

  it('waits until the words were read aloud', async () => {
    const { server, coach } = await aPair();
    expect(await troubleOf(() => coach.keeper.share({ id, userId: SUPERVISOR }))).toBe('reader-not-verified');
    expect(await troubleOf(() => coach.keeper.share({ id, userId: COACH }))).toBe('nobody-to-read');
    expect(server.kept(id).keys).toHaveLength(1);
  });

  it('opens one new epoch with the present text, in one request; what came before stays closed', async () => {
    const { server, coach, supervisor } = await aShare();
    expect(server.kept(id).keys.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(server.kept(id).revisions.map(({ epoch, rev }) => [epoch, rev])).toEqual([
      [1, 1],
      [1, 2],
      [2, 3],
    ]);
    const [shared] = await supervisor.keeper.shared();
    expect(shared).toMatchObject({
      id,
      ownerName: 'Camille Fictive',
      pin: 'verified',
      trouble: null,
      rev: 3,
    });
    expect(textOf(shared)).toMatchObject({ text: 'Texte à partager' });
    expect(shownBy(coach).get(id)?.readers).toEqual([{ userId: SUPERVISOR, name: 'Hélène Fictive' }]);
    expect(server.asked.filter((call) => call === 'saveRevision').length).toBeGreaterThan(0);
  });

  it('shows later edits while it lives, and survives another unlock', async () => {
    const { server, coach, supervisor } = await aShare();
    await coach.keeper.save({ kind: 'entry', id, document: aFree('Plus tard') });
    await settled(coach);
    expect(textOf((await supervisor.keeper.shared())[0])).toMatchObject({ text: 'Plus tard' });
    const again = await unlockedAgain(server, coach);
    expect(
      shownBy(again)
        .get(id)
        ?.readers.map(({ userId }) => userId),
    ).toEqual([SUPERVISOR]);
  });

  it('joins what another device wrote first, and shares that', async () => {
    const { server, coach, supervisor } = await aPair();
    await verify(coach, supervisor);
    const other = await unlockedAgain(server, coach);
    await other.keeper.acceptFirstLook();
    await other.keeper.save({
      kind: 'entry',
      id,
      document: { ...aFree('Texte à partager'), tags: ['ailleurs'] },
    });
    await settled(other);
    await coach.keeper.save({ kind: 'entry', id, document: aFree('Texte changé ici') });
    await coach.keeper.share({ id, userId: SUPERVISOR });
    const [shared] = await supervisor.keeper.shared();
    expect(shared?.entry).toMatchObject({ tags: ['ailleurs'], answers: { text: 'Texte changé ici' } });
  });

  it('shows as not verified until the reader heard the words of the owner, and when they changed', async () => {
    const { coach, supervisor } = await aPair();
    await verify(coach, supervisor);
    await coach.keeper.share({ id, userId: SUPERVISOR });
    expect((await supervisor.keeper.shared())[0]).toMatchObject({ pin: 'unverified', trouble: null });
    await verify(supervisor, coach);
    expect((await supervisor.keeper.shared())[0]?.pin).toBe('verified');
  });

  it('is refused when the server exchanges the keys of the reader', async () => {
    const { server, coach, supervisor } = await aPair();
    await verify(coach, supervisor);
    const stranger = await aPerson(server, '66666666-6666-4666-8666-666666666666', 'Autre');
    const row = server.people.get(stranger.id)!.keys[0]!;
    server.people.get(SUPERVISOR)!.keys = [{ ...row, userId: SUPERVISOR }];
    expect(await troubleOf(() => coach.keeper.share({ id, userId: SUPERVISOR }))).toBe('reader-key-changed');
    server.people.get(SUPERVISOR)!.keys = [];
    expect(await troubleOf(() => coach.keeper.share({ id, userId: SUPERVISOR }))).toBe('nobody-to-read');
    expect(server.kept(id).grants).toEqual([]);
  });

  it('names its reader although the server leaves the grant out, and takes no reader from its list', async () => {
    const { server, coach } = await aShare();
    const [grant] = server.kept(id).grants;
    server.kept(id).grants = [];
    const again = await unlockedAgain(server, coach, coach.device);
    expect(
      shownBy(again)
        .get(id)
        ?.readers.map(({ userId }) => userId),
    ).toEqual([SUPERVISOR]);
    server.kept(id).grants = [{ ...grant!, signature: new Uint8Array(64).fill(3) }];
    const other = await unlockedAgain(server, coach);
    expect(shownBy(other).get(id)).toMatchObject({ trouble: 'signature-wrong', epochClosed: true });
  });

  it.each([
    ['text', 'signature-wrong'],
    ['grant', 'signature-wrong'],
    ['older', 'revision-went-back'],
  ] as const)('tells its reader when the server alters it: %s', async (what, reason) => {
    const { server, coach, supervisor } = await aShare();
    await coach.keeper.save({ kind: 'entry', id, document: aFree('Plus tard') });
    await settled(coach);
    await supervisor.keeper.shared();
    const kept = server.kept(id);
    if (what === 'text') kept.revisions.at(-1)!.ciphertext[7]! ^= 1;
    if (what === 'grant') kept.grants[0]!.ciphertext[7]! ^= 1;
    if (what === 'older') kept.revisions.pop();
    expect((await supervisor.keeper.shared())[0]).toMatchObject({ entry: null, trouble: reason });
  });
});

describe('taking it back', () => {
  it('ends reading at once, and what is written next has another key', async () => {
    const { server, coach, supervisor } = await aShare();
    await coach.keeper.revoke({ id, userId: SUPERVISOR });
    expect(await supervisor.keeper.shared()).toEqual([]);
    expect(shownBy(coach).get(id)).toMatchObject({ readers: [], epochClosed: false, sync: 'confirmed' });
    expect(server.kept(id).keys).toHaveLength(3);
    await coach.keeper.save({ kind: 'entry', id, document: aFree('Pour moi seule') });
    await settled(coach);
    const again = await unlockedAgain(server, coach);
    expect(shownBy(again).get(id)?.readers).toEqual([]);
    await coach.keeper.share({ id, userId: SUPERVISOR });
    expect((await supervisor.keeper.shared())[0]?.entry).toMatchObject({
      answers: { text: 'Pour moi seule' },
    });
  });

  it('opens a new epoch by itself when another device took it back', async () => {
    const { server, coach } = await aShare();
    await server.again(COACH).revoke(id, SUPERVISOR);
    await coach.keeper.save({ kind: 'entry', id, document: aFree('Après') });
    await settled(coach);
    expect(server.kept(id).revisions.at(-1)?.epoch).toBe(3);
    expect(shownBy(coach).get(id)).toMatchObject({
      readers: [],
      sync: 'confirmed',
      entry: { answers: { text: 'Après' } },
    });
  });
});

describe('comments', () => {
  it('are read by both, verified by their authors, and stay in their epoch', async () => {
    const { coach, supervisor } = await aShare();
    await supervisor.keeper.shared();
    await supervisor.keeper.comment({ id, text: 'Qu’avez-vous vu ?' });
    await coach.keeper.comment({ id, text: 'Son silence.' });
    for (const person of [coach, supervisor]) {
      const all = await person.keeper.comments(id);
      expect(all.map(({ text, isVerified, isCurrent }) => [text, isVerified, isCurrent])).toEqual([
        ['Qu’avez-vous vu ?', true, true],
        ['Son silence.', true, true],
      ]);
      expect(all.filter(({ isMine }) => isMine)).toHaveLength(1);
    }
    await coach.keeper.revoke({ id, userId: SUPERVISOR });
    expect((await coach.keeper.comments(id)).map(({ text, isCurrent }) => [text, isCurrent])).toEqual([
      ['Qu’avez-vous vu ?', false],
      ['Son silence.', false],
    ]);
    expect(await troubleOf(() => supervisor.keeper.comments(id))).not.toBeNull();
  });

  it('are shown as altered, never as empty, and as nobody’s when the key is unknown', async () => {
    const { server, coach, supervisor } = await aShare();
    await supervisor.keeper.comment({ id, text: 'un' });
    await supervisor.keeper.comment({ id, text: 'deux' });
    const [first, second] = server.kept(id).comments;
    first!.comment.ciphertext[3]! ^= 1;
    second!.edPub = server.people.get(COACH)!.keys[0]!.edPub;
    const all = await coach.keeper.comments(id);
    expect(all.map(({ text, trouble, isVerified }) => [text, trouble, isVerified])).toEqual([
      [null, 'signature-wrong', false],
      [null, 'signature-wrong', false],
    ]);
  });

  it('say something', async () => {
    const { coach } = await aShare();
    expect(await troubleOf(() => coach.keeper.comment({ id, text: '  ' }))).toBe('malformed');
    expect(await troubleOf(() => coach.keeper.comment({ id, text: 'a'.repeat(20_001) }))).toBe(
      'text-too-long',
    );
  });
});
