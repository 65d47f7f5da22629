import { type Bid, wasForeseen } from '../bid';
import { addDays } from '../dates';
import { bootstrap } from '../statistics/bootstrap';
import { sum } from '../statistics/chances';
import type { Interval } from '../statistics/wilson';
import { calibration, type Forecast, verdictOf, type ForecastVerdict } from './forecasts';
import { minimumOf, missing } from './minimum';
import { hasHeld, missionOf } from './mission';

const UNKNOWN_AFTER_DAYS = 90;

/** I11, "did my won missions hold?" */
export interface MissionsHeld {
  readonly followed: number;
  /** Won more than ninety days ago and never followed up: unknown, never a success. */
  readonly unknown: number;
  readonly intended: number;
  readonly reached: number;
  /** Of those reached, judged by the coach alone. */
  readonly seenByMeAlone: number;
  /** Mean share of effects reached per mission, 0 to 1, with its 90 % interval over missions. */
  readonly share: number | null;
  readonly interval: Interval | null;
  readonly missing: number;
  /** Of the forecasts that a mission would reach its effects. */
  readonly forecasts: number;
  readonly verdict: ForecastVerdict | null;
  readonly missingForecasts: number;
}

export function missionsHeld(bids: readonly Bid[], today: string): MissionsHeld {
  const all = bids.flatMap((bid) => {
    const mission = missionOf(bid);
    return mission ? [{ bid, mission }] : [];
  });
  const since = addDays(today, -UNKNOWN_AFTER_DAYS);
  const unknown = bids.filter(
    (bid) => bid.outcome === 'won' && !missionOf(bid) && bid.outcomeDate !== null && bid.outcomeDate < since,
  );
  const forecasts = all.flatMap(({ bid, mission }): Forecast[] =>
    wasForeseen(bid) && bid.pEffect !== null ? [{ chance: bid.pEffect / 100, won: hasHeld(mission) }] : [],
  );
  const least = minimumOf('I11');
  const count = (of: 'intended' | 'reached' | 'seenByMeAlone') => sum(all.map(({ mission }) => mission[of]));
  const lacking = missing(least.missions, all.length);
  const missingForecasts = missing(least.calibration, forecasts.length);
  return {
    followed: all.length,
    unknown: unknown.length,
    intended: count('intended'),
    reached: count('reached'),
    seenByMeAlone: count('seenByMeAlone'),
    ...(lacking === 0 ? meanOver(all.map(({ mission }) => mission.share)) : { share: null, interval: null }),
    missing: lacking,
    forecasts: forecasts.length,
    verdict: missingForecasts === 0 ? verdictOf(calibration(forecasts).z) : null,
    missingForecasts,
  };
}

/** Missions are drawn whole: effects of one mission stand and fall together. */
export function meanOver(shares: readonly number[]): {
  readonly share: number;
  readonly interval: Interval | null;
} {
  const sorted = shares.toSorted((one, other) => one - other);
  const interval = bootstrap(
    `missions ${sorted.join(' ')}`,
    [sorted.map((share) => [share])],
    ([total]) => (total?.[0] ?? 0) / sorted.length,
  );
  return { share: sum(sorted) / sorted.length, interval };
}
