import { FloodWall } from './flood-wall';

describe('a wall against floods', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const all = async (wall: FloodWall, ...keys: string[]) => {
    const waits: number[] = [];
    for (const key of keys) waits.push(await wall.pass(key));
    return waits;
  };

  it('lets each key through as often as allowed in a window, and says when the next begins', async () => {
    const wall = new FloodWall(2, 60);
    expect(await all(wall, 'a', 'a', 'b')).toEqual([0, 0, 0]);
    jest.advanceTimersByTime(45_000);
    expect(await all(wall, 'a', 'b', 'b')).toEqual([15_000, 0, 15_000]);
    jest.advanceTimersByTime(15_000);
    expect(await all(wall, 'a', 'b')).toEqual([0, 0]);
  });

  it('remembers no more keys than it may, and those that come again longest', async () => {
    const wall = new FloodWall(1, 60, 4);
    await all(wall, 'often');
    for (const key of 'bcdefghij') {
      await all(wall, key);
      expect(wall.size).toBeLessThanOrEqual(4);
      expect(await all(wall, 'often')).toEqual([60_000]);
    }
    expect(await all(wall, 'b')).toEqual([0]);
  });

  it('counts those that come together as well while their count is carried on', async () => {
    const wall = new FloodWall(3, 60, 6);
    await all(wall, 'often', 'other', 'third');
    const waits = await Promise.all(['often', 'often', 'often'].map((key) => wall.pass(key)));
    expect(waits.filter((wait) => wait > 0)).toHaveLength(1);
  });

  it('leaves no timer behind', async () => {
    await all(new FloodWall(2, 60), 'a', 'b', 'c');
    expect(jest.getTimerCount()).toBe(0);
  });
});
