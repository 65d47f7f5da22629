import { FloodWall } from './flood-wall';

describe('a wall against floods', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lets each key through as often as allowed in a window, and says when the next begins', () => {
    const wall = new FloodWall(2, 60);
    const all = (...keys: string[]) => keys.map((key) => wall.pass(key));
    expect(all('a', 'a', 'b')).toEqual([0, 0, 0]);
    jest.advanceTimersByTime(45_000);
    expect(all('a', 'b', 'b')).toEqual([15_000, 0, 15_000]);
    jest.advanceTimersByTime(15_000);
    expect(all('a', 'b')).toEqual([0, 0]);
  });

  it('remembers no more keys than it may, and those that come again longest', () => {
    const wall = new FloodWall(1, 60, 3);
    for (const key of ['often', 'b', 'often', 'c', 'often', 'd', 'often', 'e']) wall.pass(key);
    expect(wall.pass('often')).toBe(60_000);
    expect(wall.pass('b')).toBe(0);
  });
});
