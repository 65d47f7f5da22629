import { type Bid, isDecided, wasForeseen } from '../bid';
import { sum } from '../statistics/chances';
import { type Bin, forecastCurve } from './forecast-curve';
import { minimumOf } from './minimum';

const { show_direction: FOR_DIRECTION, verdict: FOR_VERDICT } = minimumOf('I3');
const Z = 1.96;

export type ForecastVerdict = 'too-confident' | 'too-cautious' | 'right';

export interface Forecast {
  /** From 0 to 1. */
  readonly chance: number;
  readonly won: boolean;
}

/** I3, "too confident, too cautious, right?" Single forecasts always; what they add up to waits for enough of them. */
export interface Forecasts {
  readonly all: readonly Forecast[];
  /** Mean of forecast less outcome: above zero is confidence. */
  readonly difference: number | null;
  readonly verdict: ForecastVerdict | null;
  /** From forty. */
  readonly curve: readonly Bin[] | null;
  readonly missing: number;
}

export function judgeForecasts(bids: readonly Bid[]): Forecasts {
  const all = bids
    .filter(isDecided)
    .flatMap((bid) =>
      wasForeseen(bid) && bid.pWin !== null ? [{ chance: bid.pWin / 100, won: bid.outcome === 'won' }] : [],
    );
  const { difference, z } = calibration(all);
  const next = all.length < FOR_DIRECTION ? FOR_DIRECTION : FOR_VERDICT;
  return {
    all,
    difference: all.length >= FOR_DIRECTION ? difference : null,
    verdict: all.length >= FOR_VERDICT ? verdictOf(z) : null,
    curve: forecastCurve(all),
    missing: Math.max(0, next - all.length),
  };
}

/** Calibration in the large: how far all forecasts together are from what happened, in standard errors. */
export function calibration(forecasts: readonly Forecast[]): {
  readonly difference: number;
  readonly z: number;
} {
  const excess = sum(forecasts.map(({ chance, won }) => chance - Number(won)));
  const variance = sum(forecasts.map(({ chance }) => chance * (1 - chance)));
  return { difference: excess / forecasts.length, z: excess / Math.sqrt(variance) };
}

export function verdictOf(z: number): ForecastVerdict {
  if (Math.abs(z) <= Z) return 'right';
  return z > 0 ? 'too-confident' : 'too-cautious';
}
