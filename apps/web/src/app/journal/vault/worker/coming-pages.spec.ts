import { VaultRefused } from '../vault-trouble';
import type { News } from '../protocol';
import {
  aDevice,
  aFree,
  aKeeper,
  aPerson,
  type APerson,
  COACH,
  settled,
  shownBy,
  troubleOf,
  unlockedAgain,
} from './testing/a-person';
import { AServer } from './testing/a-server';

const pagesAsked = (server: AServer) => server.asked.filter((call) => call === 'readEntries').length;

/** Five entries and the index, which comes last: two on a page. */
async function threePages() {
  const server = new AServer();
  const person = await aPerson(server);
  const ids = Array.from({ length: 5 }, () => crypto.randomUUID());
  for (const id of ids) await person.keeper.save({ kind: 'entry', id, document: aFree(`texte ${id}`) });
  await settled(person);
  expect(server.entries.size).toBe(6);
  server.perPage = 2;
  server.asked.length = 0;
  return { server, person, ids };
}

function shown(person: APerson): readonly (string | null)[] {
  return [...shownBy(person).values()].map(({ entry }) =>
    entry?.kind === 'free' ? (entry.answers.text ?? null) : null,
  );
}

/** How many signatures of texts were verified while `act` went on, at any moment of it. */
async function countingSignatures<T>(act: (verified: () => number) => Promise<T>): Promise<T> {
  const { verify } = crypto.subtle;
  let count = 0;
  crypto.subtle.verify = (...given) => {
    if (Buffer.from(given[3] as Uint8Array).includes('revsig')) count++;
    return verify.apply(crypto.subtle, given);
  };
  try {
    return await act(() => count);
  } finally {
    crypto.subtle.verify = verify;
  }
}

describe('the pages of a vault', () => {
  it('are asked for before it is known whether the key fits, and no more of them once it does not', async () => {
    const { server } = await threePages();
    const { kit: another } = await aPerson(new AServer());
    const answered = Promise.withResolvers<void>();
    server.before = (call) => (call === 'readEntries' ? answered.promise : undefined);
    const keeper = aKeeper(server.again(COACH));
    expect(await troubleOf(() => keeper.unlock({ passphrase: another.passphrase }))).toBe('key-does-not-fit');
    expect(pagesAsked(server)).toBe(1);
    answered.resolve();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pagesAsked(server)).toBe(1);
  });

  it('are not asked for while what was typed can be no key', async () => {
    const { server } = await threePages();
    const keeper = aKeeper(server.again(COACH));
    expect(await troubleOf(() => keeper.unlock({ passphrase: 'trop court' }))).not.toBeNull();
    expect(pagesAsked(server)).toBe(0);
  });

  it('are there when somebody has typed their key: they set out with its first letter, and once', async () => {
    const { server, person, ids } = await threePages();
    const keeper = aKeeper(server.again(COACH), aDevice(), []);
    await keeper.look();
    await keeper.fetchAhead();
    await keeper.fetchAhead();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(pagesAsked(server)).toBe(3);
    const { kit: another } = await aPerson(new AServer());
    expect(await troubleOf(() => keeper.unlock({ passphrase: another.passphrase }))).toBe('key-does-not-fit');
    server.before = (call) => {
      if (call === 'readEntries') throw new VaultRefused('offline');
    };
    await keeper.unlock({ passphrase: person.kit.passphrase });
    expect(await keeper.everything()).toHaveLength(ids.length);
  });

  it('that set out and failed are asked for anew, and what was written since then is asked for after them', async () => {
    const { server, person, ids } = await threePages();
    const news: News[] = [];
    const keeper = aKeeper(server.again(COACH), aDevice(), news);
    await keeper.look();
    server.offline = true;
    await keeper.fetchAhead();
    await new Promise((resolve) => setTimeout(resolve, 20));
    server.offline = false;
    await keeper.fetchAhead();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await person.keeper.save({ kind: 'entry', id: ids[0]!, document: aFree('plus récent') });
    await settled(person);
    await keeper.unlock({ passphrase: person.kit.passphrase });
    await settled({ keeper });
    expect(shown({ ...person, news })).toContain('plus récent');
    expect(shown({ ...person, news })).toHaveLength(ids.length);
  });

  it('are opened while the next one is on its way', async () => {
    const { server, person, ids } = await threePages();
    await countingSignatures(async (verified) => {
      const openedMeanwhile: number[] = [];
      let begun = 0;
      server.before = async (call) => {
        if (call !== 'readEntries' || ++begun > 3 || begun === 1) return;
        const before = verified();
        // Long enough for the passphrase to be derived on a busy machine, were the page before waited for.
        for (let turn = 0; turn < 400 && verified() < before + 2; turn++)
          await new Promise((resolve) => setTimeout(resolve, 10));
        openedMeanwhile.push(verified() - before);
      };
      const again = await unlockedAgain(server, person);
      expect(openedMeanwhile).toEqual([expect.any(Number), expect.any(Number)]);
      for (const count of openedMeanwhile) expect(count).toBeGreaterThanOrEqual(2);
      expect(shown(again).toSorted()).toEqual(ids.map((id) => `texte ${id}`).toSorted());
    });
  });

  it('are asked for in their order, each once', async () => {
    const { server, person } = await threePages();
    const asked: (string | null)[] = [];
    const routes = server.again(COACH);
    const read = routes.readEntries;
    const listening = new Proxy(routes, {
      get: (target, name: keyof typeof routes) =>
        name === 'readEntries' ? (after: string | null) => (asked.push(after), read(after)) : target[name],
    });
    await aKeeper(listening).unlock({ passphrase: person.kit.passphrase });
    expect(asked.slice(0, 3)).toEqual([null, '2', '4']);
  });

  it('tell of an older text although the index that knows better comes last', async () => {
    const { server, person, ids } = await threePages();
    await person.keeper.save({ kind: 'entry', id: ids[0]!, document: aFree('plus récent') });
    await settled(person);
    server.kept(ids[0]!).revisions.pop();
    const again = await unlockedAgain(server, person);
    // What is told first: a second look would know the index.
    const told = again.news.flatMap((each) => (each.news === 'entries' ? each.entries : []));
    expect(told.find(({ id }) => id === ids[0])?.trouble).toBe('revision-went-back');
    expect(shownBy(again).get(ids[1]!)?.trouble).toBeNull();
  });

  it('that break off half way leave all that this device has', async () => {
    const { server, person, ids } = await threePages();
    let begun = 0;
    server.before = (call) => {
      if (call === 'readEntries' && ++begun > 1) throw new VaultRefused('offline');
    };
    const again = await unlockedAgain(server, person, person.device);
    expect(begun).toBeGreaterThan(1);
    expect(shown(again).toSorted()).toEqual(ids.map((id) => `texte ${id}`).toSorted());
  });

  it('that lead in a circle are refused', async () => {
    const { server, person } = await threePages();
    server.perPage = 0;
    const keeper = aKeeper(server.again(COACH));
    const why = () => troubleOf(() => keeper.unlock({ passphrase: person.kit.passphrase }));
    expect(await why()).toBe('reply-malformed');
  });
});
