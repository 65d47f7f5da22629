import { startMargin, writeJournalFile } from '@visavis/journal';
import { AServer } from './testing/a-server';
import { aFree, aPerson, settled, shownBy, TODAY, troubleOf, unlockedAgain } from './testing/a-person';
import { stemOf } from './words-of';

const id = '22222222-2222-4222-8222-222222222222';

async function aJournal(...texts: string[]) {
  const server = new AServer();
  const person = await aPerson(server);
  for (const text of texts)
    await person.keeper.save({ kind: 'entry', id: crypto.randomUUID(), document: aFree(text) });
  return {
    server,
    person,
    found: async (typed: string) => {
      await person.keeper.indexed();
      const { hits, isAll } = await person.keeper.search(typed);
      expect(isAll).toBe(true);
      return hits.map(({ excerpt }) => excerpt);
    },
  };
}

describe('finding', () => {
  it('finds a word in any of its forms, with or without its accents, from its first letters', async () => {
    const { found } = await aJournal(
      'Ils demandaient de la confiance.',
      'Le prescripteur hésite.',
      'L’œuvre entière',
    );
    expect(stemOf('demandaient')).toBe(stemOf('demander'));
    expect(await found('demander')).toEqual(['Ils demandaient de la confiance.']);
    expect(await found('hesit')).toEqual(['Le prescripteur hésite.']);
    expect(await found('PRESCRIPTEURS')).toEqual(['Le prescripteur hésite.']);
    expect(await found('oeuvre')).toEqual(['L’œuvre entière']);
    expect(await found('la confiance demandée')).toEqual(['Ils demandaient de la confiance.']);
    expect(await found('confiance hésite')).toEqual([]);
    expect(await found('de la')).toEqual([]);
    expect(await found('')).toEqual([]);
  });

  it('finds what stands in the margin without showing it, what changed, and nothing that was taken away', async () => {
    const { person, found } = await aJournal();
    await person.keeper.save({ kind: 'entry', id, document: aFree('Tilleul') });
    await person.keeper.save({
      kind: 'margin',
      id,
      document: { ...startMargin(id), note: 'Société Réelle' },
    });
    expect(await found('réelle')).toEqual(['Tilleul']);
    await person.keeper.save({ kind: 'entry', id, document: aFree('Saule') });
    expect([await found('tilleul'), await found('saule')]).toEqual([[], ['Saule']]);
    await settled(person);
    await person.keeper.remove(id);
    expect(await found('saule')).toEqual([]);
  });

  it('looks through a thousand entries between two strokes, and answers from what is indexed before all are', async () => {
    const { server, person, found } = await aJournal();
    const text = (at: number) =>
      `Offre ${at} ${'le client demande un programme détaillé et la confiance '.repeat(8)}`;
    const entries = Array.from({ length: 1000 }, (_, at) => ({
      id: crypto.randomUUID(),
      entry: aFree(text(at)),
    }));
    await person.keeper.planHomecoming(writeJournalFile(entries, TODAY));
    await person.keeper.bringHome();
    await settled(person);
    const again = await unlockedAgain(server, person, person.device);
    const early = await again.keeper.search('programme');
    expect(early.isAll).toBe(false);
    await again.keeper.indexed();
    expect(await again.keeper.search('programme')).toMatchObject({ isAll: true, hits: { length: 50 } });
    await found('offre');
    const before = performance.now();
    for (let at = 0; at < 20; at++) await found(`programme ${at}`);
    expect((performance.now() - before) / 20).toBeLessThan(100);
  }, 120_000);
});

describe('taking the journal away and bringing it back', () => {
  it('brings every text back into another vault, and changes nothing the second time', async () => {
    const { person } = await aJournal('un', 'deux');
    await person.keeper.save({ kind: 'entry', id, document: aFree('trois') });
    await person.keeper.save({ kind: 'margin', id, document: { ...startMargin(id), note: 'en marge' } });
    const file = await person.keeper.takeAway();
    const other = await aPerson(new AServer());
    expect(await other.keeper.planHomecoming(file)).toEqual({ added: 3, joined: 0, unchanged: 0 });
    await other.keeper.bringHome();
    expect([...shownBy(other).values()].map(({ entry }) => entry?.answers)).toHaveLength(3);
    expect((await other.keeper.readMargin(id))?.note).toBe('en marge');
    expect(await other.keeper.planHomecoming(file)).toEqual({ added: 0, joined: 0, unchanged: 3 });
    const all = await other.keeper.everything();
    expect(all.map(({ margin }) => margin?.note ?? '').toSorted()).toEqual(['', '', 'en marge']);
  });

  it('refuses a spoilt file by field and writes nothing', async () => {
    const { server, person } = await aJournal();
    expect(await troubleOf(() => person.keeper.planHomecoming('{'))).toBe('malformed');
    const entries = [{ id: 'not-a-uuid', entry: aFree('x') }];
    await person.keeper.planHomecoming(writeJournalFile(entries, TODAY));
    expect(await troubleOf(() => person.keeper.bringHome())).toBe('malformed');
    expect(await troubleOf(() => person.keeper.bringHome())).toBe('nothing-prepared');
    expect(server.entries.size).toBe(0);
  });
});

describe('the fictitious journal and its insights', () => {
  it('is loaded, counted from what was sealed, and removed without a trace in the journal', async () => {
    const { server, person } = await aJournal('à moi');
    await person.keeper.loadDemo();
    await settled(person);
    const insights = await person.keeper.insights({ filter: {}, target: 30_000, secured: 5_000 });
    expect(insights.bids).toBe(40);
    expect(insights.shareOfWon).toMatchObject({ missing: 0 });
    expect(insights.unopenedSeals).toBe(0);
    expect(insights.forecasts.all.length).toBeGreaterThan(10);
    expect(await person.keeper.insights({ filter: { outcomes: ['won'] } })).toMatchObject({
      enoughToLiveFrom: null,
    });
    expect(await person.keeper.insights({ filter: { outcomes: ['won'] } })).toMatchObject({
      unopenedSeals: 0,
      bids: insights.shareOfWon.won,
    });
    const [bid] = await person.keeper
      .everything()
      .then((all) => all.filter(({ entry }) => entry.kind === 'bid'));
    const counted = await person.keeper.insights({ filter: {} });
    expect(await person.keeper.insights({ filter: {} })).toBe(counted);
    await person.keeper.save({ kind: 'entry', id: bid!.id, document: bid!.entry });
    expect(await person.keeper.insights({ filter: {} })).toEqual(counted);
    expect(await person.keeper.insights({ filter: {} })).not.toBe(counted);
    await settled(person);
    const again = await unlockedAgain(server, person, person.device);
    expect(shownBy(again).size).toBe(41);
    await again.keeper.removeDemo();
    expect([...shownBy(again).values()].map(({ entry }) => entry?.answers)).toMatchObject([
      { text: 'à moi' },
    ]);
    expect(shownBy(await unlockedAgain(server, person, person.device)).size).toBe(1);
  }, 120_000);
});
