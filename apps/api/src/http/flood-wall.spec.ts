import { FloodWall } from './flood-wall';

describe('a wall against floods', () => {
  it('lets each key through as often as allowed in a window, and says when the next begins', () => {
    let now = 5_000;
    const wall = new FloodWall(2, 60_000, () => now);
    const pass = (key: string) => {
      try {
        wall.pass(key);
        return 'passed';
      } catch (error) {
        return (error as { details: { retryAfterSeconds: number } }).details.retryAfterSeconds;
      }
    };
    expect([pass('a'), pass('a'), pass('b')]).toEqual(['passed', 'passed', 'passed']);
    now += 45_000;
    expect([pass('a'), pass('b'), pass('b')]).toEqual([15, 'passed', 15]);
    now += 15_000;
    expect([pass('a'), pass('b')]).toEqual(['passed', 'passed']);
  });
});
