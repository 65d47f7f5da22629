import { type Bid, countWon, type Stance, wasForeseen } from '../bid';
import { sum } from '../statistics/chances';
import { drawBeta } from '../statistics/draw-beta';
import { seeded } from '../statistics/seeded';
import type { Interval } from '../statistics/wilson';
import { minimumOf, missing } from './minimum';
import { hasHeld, missionOf } from './mission';

const DRAWS = 20_000;

/** I6, "the price of widening". */
export interface PriceOfWidening {
  readonly asked: Worth;
  readonly widened: Worth;
}

export interface Worth {
  readonly won: number;
  readonly lost: number;
  /** Won missions that were followed up. */
  readonly held: number;
  readonly missed: number;
  /** Null until there are enough: then only what the coach stated is shown. */
  readonly figures: WorthFigures | null;
  readonly missingDecided: number;
  readonly missingFollowed: number;
  readonly stated: Stated | null;
}

export interface WorthFigures {
  /** Posterior means, 0 to 1: being chosen, holding once chosen, and both. */
  readonly chosen: number;
  readonly held: number;
  readonly both: number;
  /** 90 % of both. */
  readonly interval: Interval;
}

/** Means of the coach’s own sealed forecasts, 0 to 1: "what you believe". */
export interface Stated {
  readonly count: number;
  readonly chosen: number;
  readonly held: number;
  readonly both: number;
  /** Of those who said it. */
  readonly chosenOtherwise: number | null;
}

export function priceOfWidening(bids: readonly Bid[]): PriceOfWidening {
  const of = (...stances: Stance[]) =>
    worthOf(bids.filter((bid) => wasForeseen(bid) && bid.stance !== null && stances.includes(bid.stance)));
  return { asked: of('as_asked'), widened: of('widened_steps', 'widened_open') };
}

function worthOf(bids: readonly Bid[]): Worth {
  const { won, lost, decided } = countWon(bids);
  const missions = bids.map(missionOf).filter((mission) => mission !== null);
  const held = missions.filter(hasHeld).length;
  const missed = missions.length - held;
  const least = minimumOf('I6');
  const missingDecided = missing(least.decided_each, decided);
  const missingFollowed = missing(least.followed_up_won_each, missions.length);
  const isEnough = missingDecided === 0 && missingFollowed === 0;
  const figures = isEnough ? worthFigures([won, lost], [held, missed]) : null;
  return { won, lost, held, missed, figures, missingDecided, missingFollowed, stated: statedIn(bids) };
}

/** The product of two Beta posteriors, seeded with the counts. */
export function worthFigures(
  [won, lost]: readonly [number, number],
  [held, missed]: readonly [number, number],
): WorthFigures {
  const uniform = seeded(`price-of-widening ${won}/${lost} ${held}/${missed}`);
  const draws = new Float64Array(DRAWS);
  for (let at = 0; at < DRAWS; at++)
    draws[at] = drawBeta(won, lost, uniform) * drawBeta(held, missed, uniform);
  draws.sort();
  const [chosen, holds] = [(won + 0.5) / (won + lost + 1), (held + 0.5) / (held + missed + 1)];
  const interval = { low: draws[DRAWS * 0.05 - 1] ?? NaN, high: draws[DRAWS * 0.95 - 1] ?? NaN };
  return { chosen, held: holds, both: chosen * holds, interval };
}

function statedIn(bids: readonly Bid[]): Stated | null {
  const stated = bids.flatMap(({ pWin, pEffect }) =>
    pWin === null || pEffect === null ? [] : [[pWin / 100, pEffect / 100] as const],
  );
  if (stated.length === 0) return null;
  const others = bids.flatMap(({ pWinOther }) => (pWinOther === null ? [] : [pWinOther / 100]));
  const mean = (values: readonly number[]) => sum(values) / values.length;
  return {
    count: stated.length,
    chosen: mean(stated.map(([win]) => win)),
    held: mean(stated.map(([, effect]) => effect)),
    both: mean(stated.map(([win, effect]) => win * effect)),
    chosenOtherwise: others.length === 0 ? null : mean(others),
  };
}
