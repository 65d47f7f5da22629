import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { forecastSkill } from '../insights/forecast-skill';
import { meanOver } from '../insights/missions-held';
import { worthFigures } from '../insights/price-of-widening';
import { compareOwnShares } from '../insights/where-i-put-the-cause';
import { aBid } from '../testing/a-bid';
import { betaInterval } from './beta-interval';
import { kendall } from './kendall';
import { quartiles } from './quartiles';
import { signTest } from './sign-test';

type Ends = [low: number, high: number];
interface Cases {
  ownShare: { won: number[]; lost: number[]; index: number; interval: Ends }[];
  missions: { shares: number[]; share: number; exact: Ends; interval: Ends }[];
  skill: { forecasts: [number, number][]; brier: number; skill: number; interval: Ends }[];
  kendall: { pairs: [number, number][]; tau: number; p: number }[];
  signTest: { differences: number[]; p: number }[];
  beta: { a: number; b: number; interval: Ends }[];
  worth: { chosen: Ends; held: Ends; both: number; interval: Ends }[];
  quartiles: { values: number[]; quartiles: [number, number, number] }[];
}

/** Made by `cases/make-statistics.py`, each another way. */
const cases = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../cases/statistics.json'), 'utf8'),
) as Cases;

function expectEnds(found: { low: number; high: number } | null, [low, high]: Ends, digits = 12): void {
  expect(found?.low).toBeCloseTo(low, digits);
  expect(found?.high).toBeCloseTo(high, digits);
}

describe('the figures another method gave, again,', () => {
  it('hold for own shares after wins and losses, drawn alike and summed in fractions', () => {
    for (const { won, lost, index, interval } of cases.ownShare) {
      const found = compareOwnShares(won.toReversed(), lost.toReversed());
      expect(found.index).toBeCloseTo(index, 12);
      expectEnds(found.interval, interval);
    }
  });

  it('hold for missions, and lie near what every possible sample gives', () => {
    for (const { shares, share, exact, interval } of cases.missions) {
      const found = meanOver(shares);
      expect(found.share).toBeCloseTo(share, 12);
      expectEnds(found.interval, interval);
      expect(Math.abs((found.interval?.low ?? 0) - exact[0])).toBeLessThan(0.05);
      expect(Math.abs((found.interval?.high ?? 0) - exact[1])).toBeLessThan(0.05);
    }
  });

  it('hold for forecasts against one’s own average, left out one by one', () => {
    for (const { forecasts, brier, skill, interval } of cases.skill) {
      const bids = forecasts.map(([pWin, won]) => aBid({ pWin, outcome: won ? 'won' : 'lost' }));
      const found = forecastSkill(bids.toReversed());
      expect(found.brier).toBeCloseTo(brier, 12);
      expect(found.skill).toBeCloseTo(skill, 12);
      expectEnds(found.interval, interval);
    }
  });

  it('hold for Kendall’s τ-b, and for its p within what 2,000 orders can say', () => {
    for (const { pairs, tau, p } of cases.kendall) {
      const found = kendall(pairs);
      expect(found?.tau).toBeCloseTo(tau, 12);
      expect(Math.abs((found?.p ?? 0) - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / 2000) + 1 / 2000);
    }
    expect(
      kendall([
        [1, 2],
        [1, 3],
        [1, 4],
      ]),
    ).toBeNull();
  });

  it('hold for the sign test', () => {
    for (const { differences, p } of cases.signTest) expect(signTest(differences)).toBeCloseTo(p, 12);
  });

  it('hold for one share of a Dirichlet', () => {
    for (const { a, b, interval } of cases.beta) expectEnds(betaInterval(a, b), interval, 10);
  });

  it('hold for being chosen and holding, within what 20,000 draws can say', () => {
    for (const { chosen, held, both, interval } of cases.worth) {
      const found = worthFigures(chosen, held);
      expect(found.both).toBeCloseTo(both, 12);
      expect(Math.abs(found.interval.low - interval[0])).toBeLessThan(0.01);
      expect(Math.abs(found.interval.high - interval[1])).toBeLessThan(0.01);
    }
  });

  it('hold for quartiles', () => {
    for (const { values, quartiles: expected } of cases.quartiles) {
      const { low, middle, high } = quartiles(values);
      [low, middle, high].forEach((found, at) => expect(found).toBeCloseTo(expected[at] ?? NaN, 12));
    }
  });
});
