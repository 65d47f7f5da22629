import { type Answers, type FreeEntry, startBid, startMargin, writeAnswer } from '@visavis/journal';
import type { News } from '../protocol';
import type { Keeping } from './keeping';
import { AServer } from './testing/a-server';
import {
  aFree,
  aPerson,
  aKeeper,
  settled,
  shownBy,
  TODAY,
  troubleOf,
  unlockedAgain,
} from './testing/a-person';
import { TabLock } from './writer-lock';

/** All that sealing a forecast needs. */
const BEFORE = {
  alias: 'Tilleul',
  source: 'referral_client',
  brief_verbatim: 'Créer la confiance dans l’équipe.',
  ethics_reserve: 3,
  ethics_autonomy: 2,
  ethics_parity: 3,
  stance: 'widened_steps',
  alliance_pre: { goal: 5, way: 4, trust: 6 },
  p_win: 40,
  p_effect: 60,
  attachment: 6,
} as const satisfies Answers;
const id = '22222222-2222-4222-8222-222222222222';
const type = (keeper: Keeping, text: string, base: FreeEntry | null = null) =>
  keeper.draft({ kind: 'entry', id, document: aFree(text), base });

describe('what was typed', () => {
  it('is there again after the tab was killed, as the text of the entry', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    await type(person.keeper, 'tapé, jamais enregistré');
    await person.keeper.draft({
      kind: 'margin',
      id,
      document: { ...startMargin(id), note: 'en marge' },
      base: null,
    });
    const again = await unlockedAgain(server, person, person.device);
    expect(shownBy(again).get(id)?.entry?.answers).toMatchObject({ text: 'tapé, jamais enregistré' });
    expect((await again.keeper.readMargin(id))?.note).toBe('en marge');
    await settled(again);
    expect(server.kept(id).revisions).toHaveLength(1);
  });

  it('is joined with what another device saved meanwhile, side by side', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    await person.keeper.save({ kind: 'entry', id, document: aFree('un') });
    await settled(person);
    await type(person.keeper, 'un, ici', aFree('un'));
    const other = await unlockedAgain(server, person);
    await other.keeper.acceptFirstLook();
    await other.keeper.save({ kind: 'entry', id, document: aFree('un, là') });
    await settled(other);
    const again = await unlockedAgain(server, person, person.device);
    const entry = shownBy(again).get(id)?.entry;
    expect([entry?.answers, entry?.besides]).toMatchObject([
      { text: 'un, là' },
      [{ field: 'text', value: 'un, ici' }],
    ]);
  });

  it('lies on the device without a readable word', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    await type(person.keeper, 'canari-brouillon');
    const rows = await person.device.drafts(person.kit.vaultId);
    expect(rows).toHaveLength(1);
    const bytes = Buffer.concat(rows.map(({ ciphertext }) => Buffer.from(ciphertext)));
    expect(bytes.includes('canari')).toBe(false);
    expect(JSON.stringify(rows)).not.toContain('canari');
  });

  it('keeps twenty snapshots of each text, the newest first', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    for (let at = 1; at <= 25; at++) await type(person.keeper, `état ${at}`);
    const texts = (await person.keeper.snapshots({ kind: 'entry', id })).map(({ document }) => document);
    expect(texts).toHaveLength(20);
    expect(texts[0]?.answers).toMatchObject({ text: 'état 25' });
    expect(texts.at(-1)?.answers).toMatchObject({ text: 'état 6' });
  });

  it('is saved once: what became a revision is no draft any more, what was typed after it still is', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    await type(person.keeper, 'un');
    const saving = person.keeper.save({ kind: 'entry', id, document: aFree('un') });
    await type(person.keeper, 'un deux', aFree('un'));
    await saving;
    await settled(person);
    const again = await unlockedAgain(server, person, person.device);
    expect(shownBy(again).get(id)?.entry?.answers).toMatchObject({ text: 'un deux' });
    expect(shownBy(again).get(id)?.entry?.besides).toEqual([]);
    await settled(again);
    expect(server.kept(id).revisions).toHaveLength(2);
  });

  it('is not put over an entry that does not open', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    await person.keeper.save({ kind: 'entry', id, document: aFree('un') });
    await settled(person);
    await type(person.keeper, 'deux', aFree('un'));
    server.kept(id).revisions[0]!.ciphertext[5]! ^= 1;
    const again = await unlockedAgain(server, person, person.device);
    expect(shownBy(again).get(id)?.entry).toBeNull();
    expect(await person.device.drafts(person.kit.vaultId)).toMatchObject([{ isSaved: false }]);
    server.kept(id).revisions[0]!.ciphertext[5]! ^= 1;
    const later = await unlockedAgain(server, person, person.device);
    expect(shownBy(later).get(id)?.entry?.answers).toMatchObject({ text: 'deux' });
  });

  it('names in a seal the very revision that holds it, whatever waits', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const bid = { ...startBid(TODAY, 0), answers: BEFORE };
    await person.keeper.save({ kind: 'entry', id, document: bid });
    server.offline = true;
    await person.keeper.save({ kind: 'entry', id, document: writeAnswer(bid, 'fee', 900) });
    const sealed = await person.keeper.sealStage({
      id,
      document: writeAnswer(bid, 'fee', 950),
      seal: 'forecast',
    });
    expect(sealed.seals).toEqual([{ seal: 'forecast', revision: 3, on: TODAY }]);
    server.offline = false;
    await person.keeper.refresh();
    await settled(person);
    expect(server.kept(id).revisions.at(-1)?.rev).toBe(3);
    const gaps = { ...startBid(TODAY, 0) };
    expect(await troubleOf(() => person.keeper.sealStage({ id, document: gaps, seal: 'forecast' }))).toBe(
      'incomplete',
    );
  });
});

describe('two tabs', () => {
  it('have one writer; taking over takes up what the other one typed', async () => {
    const server = new AServer();
    const person = await aPerson(server);
    const locks = new TabLock(navigator.locks);
    const told: News[] = [];
    const first = aKeeper(server.again(person.id), person.device, [], locks);
    const second = aKeeper(server.again(person.id), person.device, told, locks);
    await first.unlock({ passphrase: person.kit.passphrase });
    await second.unlock({ passphrase: person.kit.passphrase });
    const save = (keeper: Keeping, text: string) =>
      troubleOf(() => keeper.save({ kind: 'entry', id, document: aFree(text) }));
    expect(await save(first, 'un')).toBeNull();
    expect(await save(second, 'deux')).toBe('written-elsewhere');
    await type(first, 'un, puis plus', aFree('un'));
    await second.takeOver();
    expect(await save(first, 'trop tard')).toBe('written-elsewhere');
    expect(shownBy({ news: told }).get(id)?.entry?.answers).toMatchObject({ text: 'un, puis plus' });
    expect(await save(second, 'deux')).toBeNull();
  });
});
