import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calibration } from '../insights/forecasts';
import { compareGroups } from '../insights/asked-or-widened';
import { atLeastAfter, atLeastOf, median } from './chances';
import { drawBeta } from './draw-beta';
import { seeded, seededRows } from './seeded';
import { wilson } from './wilson';

interface Cases {
  wilson: { won: number; of: number; interval: [number, number] }[];
  betaBinomial: { atLeast: number; open: number; won: number; lost: number; probability: number }[];
  poissonBinomial: { atLeast: number; percents: number[]; probability: number }[];
  calibration: { forecasts: [number, number][]; difference: number; z: number }[];
  seeded: { seed: string; draws: number[] }[];
  greater: { one: [number, number]; other: [number, number]; probability: number }[];
}

/** Made by `cases/make-statistics.py` with fractions, enumeration and quadrature. */
const cases = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../cases/statistics.json'), 'utf8'),
) as Cases;

describe('the figures another method gave', () => {
  it('hold for Wilson’s interval', () => {
    for (const { won, of, interval } of cases.wilson) {
      const { low, high } = wilson(won, of);
      expect(low).toBeCloseTo(interval[0], 12);
      expect(high).toBeCloseTo(interval[1], 12);
    }
  });

  it('hold for chances after past bids', () => {
    for (const { atLeast, open, won, lost, probability } of cases.betaBinomial)
      expect(atLeastAfter(atLeast, open, won, lost)).toBeCloseTo(probability, 12);
  });

  it('hold for chances that differ', () => {
    for (const { atLeast, percents, probability } of cases.poissonBinomial)
      expect(
        atLeastOf(
          atLeast,
          percents.map((percent) => percent / 100),
        ),
      ).toBeCloseTo(probability, 12);
  });

  it('hold for forecasts against outcomes', () => {
    for (const { forecasts, difference, z } of cases.calibration) {
      const found = calibration(
        forecasts.map(([percent, won]) => ({ chance: percent / 100, won: won === 1 })),
      );
      expect(found.difference).toBeCloseTo(difference, 12);
      expect(found.z).toBeCloseTo(z, 12);
    }
  });

  it('hold for the generator, on every device', () => {
    for (const { seed, draws } of cases.seeded) {
      const uniform = seeded(seed);
      expect(draws.map(uniform)).toEqual(draws);
    }
  });

  it('hold for two groups within what 20,000 draws can say', () => {
    for (const { one, other, probability } of cases.greater) {
      const group = ([won, lost]: [number, number]) => ({ won, lost });
      const error = 4 * Math.sqrt((probability * (1 - probability)) / 20_000);
      expect(Math.abs(compareGroups(group(one), group(other)).probability - probability)).toBeLessThan(error);
    }
  });
});

describe('draws', () => {
  it('are the same for the same seed and others for another', () => {
    const of = (seed: string) => {
      const uniform = seeded(seed);
      return Array.from({ length: 5 }, uniform);
    };
    expect(of('a')).toEqual(of('a'));
    expect(of('a')).not.toEqual(of('b'));
  });

  it('are the same one by one and by rows of any length', () => {
    const [uniform, fill] = [seeded('rows'), seededRows('rows')];
    for (const length of [1, 700, 0, 255, 256, 257]) {
      const row = new Float64Array(length);
      fill(row);
      expect([...row]).toEqual(Array.from({ length }, uniform));
    }
  });

  it('lie within 0 and 1, evenly', () => {
    const uniform = seeded('evenly');
    const tenths = new Array<number>(10).fill(0);
    for (let count = 0; count < 100_000; count++) {
      const tenth = Math.floor(uniform() * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    // 10,000 each, give or take four standard deviations.
    for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(4 * Math.sqrt(9000));
  });

  it('of a Beta have its mean and variance, for none, few and many', () => {
    for (const [won, lost] of [
      [0, 0],
      [3, 7],
      [50, 500],
      [300, 700],
    ] as const) {
      const uniform = seeded(`beta ${won} ${lost}`);
      const drawn = Array.from({ length: 20_000 }, () => drawBeta(won, lost, uniform));
      const [a, b] = [won + 0.5, lost + 0.5];
      const mean = drawn.reduce((total, each) => total + each, 0) / drawn.length;
      const variance = drawn.reduce((total, each) => total + (each - mean) ** 2, 0) / drawn.length;
      const expected = (a * b) / ((a + b) ** 2 * (a + b + 1));
      expect(Math.abs(mean - a / (a + b))).toBeLessThan(4 * Math.sqrt(expected / 20_000));
      expect(variance / expected).toBeCloseTo(1, 1);
    }
  });

  it('leave medians to counting', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([7])]).toEqual([2, 2.5, 7]);
  });
});
