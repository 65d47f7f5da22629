import { type Bid } from '../bid';
import { bootstrap, sideOfZero } from '../statistics/bootstrap';
import { sum } from '../statistics/chances';
import type { Interval } from '../statistics/wilson';
import { type Forecast, judgeForecasts } from './forecasts';
import { minimumOf, missing } from './minimum';

/** I4, "do my forecasts beat my own average?" */
export interface ForecastSkill {
  readonly count: number;
  /** Brier score, 0 (right and sure every time) to 1. */
  readonly brier: number | null;
  /** Above zero: better than always saying one’s own average. */
  readonly skill: number | null;
  readonly interval: Interval | null;
  readonly verdict: 'better' | 'worse' | 'undecided' | null;
  readonly missing: number;
}

const VERDICTS = { above: 'better', below: 'worse', neither: 'undecided' } as const;

export function forecastSkill(bids: readonly Bid[]): ForecastSkill {
  const all = judgeForecasts(bids).all.toSorted(
    (one, other) => one.chance - other.chance || +one.won - +other.won,
  );
  const count = all.length;
  const lacking = missing(minimumOf('I4').any, count);
  const none = { count, brier: null, skill: null, interval: null, verdict: null, missing: lacking };
  if (lacking > 0) return none;
  const interval = bootstrap(
    `forecast-skill ${all.map(({ chance, won }) => `${chance}${won ? '+' : '-'}`).join(' ')}`,
    [all.map((forecast) => [missOf(forecast), Number(forecast.won)])],
    ([sums]) => skillFrom(sums?.[0] ?? 0, sums?.[1] ?? 0, count),
  );
  const verdict = VERDICTS[sideOfZero(interval)];
  const misses = sum(all.map(missOf));
  const skill = skillFrom(misses, all.filter(({ won }) => won).length, count);
  return { count, brier: misses / count, skill, interval, verdict, missing: 0 };
}

/**
 * One less the ratio to the score of "my average of the others"; null where nothing ever varied. Left out of its own
 * average, a won bid is missed by lost/(count-1), a lost one by won/(count-1).
 */
function skillFrom(misses: number, won: number, count: number): number | null {
  const lost = count - won;
  const reference = (won * lost ** 2 + lost * won ** 2) / (count - 1) ** 2;
  return reference === 0 ? null : 1 - misses / reference;
}

function missOf({ chance, won }: Forecast): number {
  return (chance - Number(won)) ** 2;
}
