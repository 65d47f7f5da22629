import { seeded } from './seeded';
import type { Interval } from './wilson';

const RESAMPLES = 2000;

/**
 * 90 % percentile interval: each group is drawn anew from itself, with replacement. Samples of which there is no
 * statistic are left out; null when there is none at all. Hand in sorted groups: the same data then give the same figure
 * in whatever order they come.
 */
export function bootstrap<Each>(
  seed: string,
  groups: readonly (readonly Each[])[],
  statistic: (samples: readonly (readonly Each[])[]) => number | null,
): Interval | null {
  const uniform = seeded(seed);
  const drawn: number[] = [];
  for (let round = 0; round < RESAMPLES; round++) {
    const samples = groups.map((group) =>
      group.map(() => group[Math.floor(uniform() * group.length)] as Each),
    );
    const value = statistic(samples);
    if (value !== null) drawn.push(value);
  }
  const sorted = Float64Array.from(drawn).sort();
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  const [low, high] = [at(0.05), at(0.95)];
  return low === undefined || high === undefined ? null : { low, high };
}

/** Which side of zero an interval lies on; what only rounding separates from zero is not apart from it. */
export function sideOfZero(interval: Interval | null): 'above' | 'below' | 'neither' {
  if (!interval) return 'neither';
  if (interval.low > 1e-9) return 'above';
  return interval.high < -1e-9 ? 'below' : 'neither';
}
