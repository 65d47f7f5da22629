import { sum } from '../statistics/chances';
import { type Interval, wilson } from '../statistics/wilson';
import type { Forecast } from './forecasts';
import { minimumOf } from './minimum';

const BINS = 4;
const OF_EACH = 10;

/** Forecasts of about the same height: how many were made, their mean, and how many came true. */
export interface Bin {
  readonly count: number;
  /** Mean forecast, 0 to 1. */
  readonly forecast: number;
  readonly won: number;
  readonly interval: Interval;
}

/** The calibration curve of I3, from forty forecasts: at most four bins of at least ten, equal forecasts together. */
export function forecastCurve(all: readonly Forecast[]): readonly Bin[] | null {
  if (all.length < minimumOf('I3').curve) return null;
  const sorted = all.toSorted((one, other) => one.chance - other.chance);
  const bins: Forecast[][] = [];
  let open: Forecast[] = [];
  sorted.forEach((forecast, at) => {
    open.push(forecast);
    const isLastOfItsHeight = sorted[at + 1]?.chance !== forecast.chance;
    const left = sorted.length - at - 1;
    const wanted = Math.max(OF_EACH, sorted.length / BINS);
    if (left === 0 || (isLastOfItsHeight && open.length >= wanted && left >= OF_EACH)) {
      bins.push(open);
      open = [];
    }
  });
  return bins.map((bin) => {
    const won = bin.filter((forecast) => forecast.won).length;
    const forecast = sum(bin.map(({ chance }) => chance)) / bin.length;
    return { count: bin.length, forecast, won, interval: wilson(won, bin.length) };
  });
}
