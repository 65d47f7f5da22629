import { dayColumn, weekAxis } from './week-geometry';
import { momentAt, placeAt, steered } from './grid-places';

const zone = 'Europe/Paris';
const columns = ['2026-11-26', '2026-11-27'].map((date) => dayColumn(zone, date));
const axis = weekAxis(zone, columns);
/** Two columns of 100 × 1440 pixels: a pixel is a minute. */
const boxes = [0, 100].map(
  (x) => ({ left: x, right: x + 100, top: 0, bottom: 1440, height: 1440, width: 100 }) as DOMRect,
);
const at = (x: number, y: number, grabbed = 0) => {
  const place = placeAt({ clientX: x, clientY: y }, columns, boxes, axis, grabbed);
  return place && new Date(momentAt(zone, axis, place)).toISOString();
};

describe('a place in the grid', () => {
  it('is a moment on the quarter of an hour', () => {
    expect(at(50, 630)).toBe('2026-11-26T09:30:00.000Z');
    expect(at(150, 637)).toBe('2026-11-27T09:30:00.000Z');
    expect(at(150, 638)).toBe('2026-11-27T09:45:00.000Z');
  });

  it('counts from where the thing was grabbed', () => {
    expect(at(50, 650, 20)).toBe('2026-11-26T09:30:00.000Z');
  });

  it('stays within the days that are shown', () => {
    expect(at(900, 5000)).toBe('2026-11-27T22:45:00.000Z');
    expect(at(-50, -50)).toBe('2026-11-25T23:00:00.000Z');
    expect(placeAt({ clientX: 0, clientY: 0 }, [], [], axis)).toBeNull();
  });
});

describe('an arrow key', () => {
  const start = Date.parse('2026-10-24T08:00:00Z'); // 10 h in Paris, the day before clocks go back

  it('keeps the clock when it changes the day', () => {
    expect(steered(zone, 'ArrowRight', start)).toBe(Date.parse('2026-10-25T09:00:00Z'));
    expect(steered(zone, 'ArrowLeft', start)).toBe(Date.parse('2026-10-23T08:00:00Z'));
  });

  it('moves by a quarter of an hour', () => {
    expect(steered(zone, 'ArrowUp', start)).toBe(start - 900_000);
    expect(steered(zone, 'ArrowDown', start)).toBe(start + 900_000);
    expect(steered(zone, 'x', start)).toBeNull();
  });
});
