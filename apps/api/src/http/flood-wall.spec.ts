import { RateLimiterRes } from 'rate-limiter-flexible';
import { FloodWall } from './flood-wall';

describe('a wall against floods', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const pass = (wall: FloodWall, key: string) =>
    wall.pass(key).then(
      () => 'passed',
      (refused: unknown) => refused instanceof RateLimiterRes && refused.msBeforeNext,
    );

  it('lets each key through as often as allowed in a window, and says when the next begins', async () => {
    const wall = new FloodWall(2, 60);
    const all = async (...keys: string[]) => {
      const answers = [];
      for (const key of keys) answers.push(await pass(wall, key));
      return answers;
    };
    expect(await all('a', 'a', 'b')).toEqual(['passed', 'passed', 'passed']);
    jest.advanceTimersByTime(45_000);
    expect(await all('a', 'b', 'b')).toEqual([15_000, 'passed', 15_000]);
    jest.advanceTimersByTime(15_000);
    expect(await all('a', 'b')).toEqual(['passed', 'passed']);
  });

  it('remembers no more keys than it may, and those that come again longest', async () => {
    const wall = new FloodWall(1, 60, 3);
    for (const key of ['often', 'b', 'often', 'c', 'often', 'd', 'often', 'e']) await pass(wall, key);
    expect(jest.getTimerCount()).toBe(3);
    expect(await pass(wall, 'often')).toBe(60_000);
    expect(await pass(wall, 'b')).toBe('passed');
  });
});
