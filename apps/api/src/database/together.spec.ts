import { Together } from './together';

describe('what is asked for together', () => {
  const rounds: string[][] = [];
  let answer: (keys: readonly string[]) => Promise<readonly string[]>;
  const together = () =>
    new Together<string, string>(
      (key) => key,
      (keys) => {
        rounds.push([...keys]);
        return answer(keys);
      },
    );
  const loud = (keys: readonly string[]) => Promise.resolve(keys.map((key) => `${key}!`));

  beforeEach(() => {
    rounds.length = 0;
    answer = loud;
  });

  it('is fetched in one round trip, each key once', async () => {
    const asked = together();
    expect(await Promise.all(['a', 'b', 'a'].map((key) => asked.ask(key)))).toEqual(['a!', 'b!', 'a!']);
    expect(rounds).toEqual([['a', 'b']]);
  });

  it('is never answered with what was fetched before it was asked', async () => {
    let said = 'old';
    const begun: (() => void)[] = [];
    answer = (keys) => {
      const now = said;
      return new Promise((resolve) => begun.push(() => resolve(keys.map(() => now))));
    };
    const asked = together();
    const first = asked.ask('a');
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    said = 'new';
    const second = asked.ask('a');
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    begun.forEach((end) => end());
    expect(await Promise.all([first, second])).toEqual(['old', 'new']);
  });

  it('waits for a place when two round trips are under way, and then goes together', async () => {
    const ends: (() => void)[] = [];
    answer = (keys) => new Promise((resolve) => ends.push(() => resolve([...keys])));
    const asked = together();
    const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    const all: Promise<string>[] = [];
    for (const key of ['a', 'b', 'c', 'd']) {
      all.push(asked.ask(key));
      await turn();
    }
    expect(rounds).toEqual([['a'], ['b']]);
    ends[0]?.();
    await turn();
    expect(rounds).toEqual([['a'], ['b'], ['c', 'd']]);
    ends.forEach((end) => end());
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('goes in several round trips when there is much of it', async () => {
    const asked = together();
    const keys = Array.from({ length: 40 }, (_, index) => `k${index}`);
    expect(await Promise.all(keys.map((key) => asked.ask(key)))).toEqual(keys.map((key) => `${key}!`));
    expect(rounds.map((round) => round.length)).toEqual([16, 16, 8]);
  });

  it('fails for all of a round trip, and is asked anew by the next', async () => {
    answer = () => Promise.reject(new Error('out of reach'));
    const asked = together();
    const failed = await Promise.allSettled([asked.ask('a'), asked.ask('b')]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    answer = loud;
    expect(await asked.ask('a')).toBe('a!');
  });
});
