import { type FillRow, seededRows } from './seeded';
import type { Interval } from './wilson';

const RESAMPLES = 2000;

/**
 * 90 % percentile interval of a statistic of sums: each group is drawn anew from itself, with replacement, and the
 * statistic gets the sum of every column of every group. Samples of which there is no statistic are left out; null when
 * there is none at all. Hand in sorted groups: the same data then give the same figure in whatever order they come.
 */
export function bootstrap(
  seed: string,
  groups: readonly (readonly (readonly number[])[])[],
  statistic: (sums: readonly Float64Array[]) => number | null,
): Interval | null {
  const fill = seededRows(seed);
  const tables = groups.map((rows) => ({ drawn: new Float64Array(rows.length), columns: columnsOf(rows) }));
  const sums = tables.map(({ columns }) => new Float64Array(columns.length));
  const values: number[] = [];
  for (let round = 0; round < RESAMPLES; round++) {
    tables.forEach(({ drawn, columns }, group) => {
      drawPlaces(drawn, fill);
      sums[group]?.set(columns.map((column) => sumOf(column, drawn)));
    });
    const value = statistic(sums);
    if (value !== null) values.push(value);
  }
  const sorted = Float64Array.from(values).sort();
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1];
  const [low, high] = [at(0.05), at(0.95)];
  return low === undefined || high === undefined ? null : { low, high };
}

function columnsOf(rows: readonly (readonly number[])[]): readonly Float64Array[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => Float64Array.from(rows, (row) => row[column] ?? 0));
}

/** Places of rows, any of them any number of times. */
function drawPlaces(places: Float64Array, fill: FillRow): void {
  fill(places);
  for (let at = 0; at < places.length; at++) places[at] = Math.floor((places[at] ?? 0) * places.length);
}

function sumOf(column: Float64Array, places: Float64Array): number {
  let total = 0;
  for (let at = 0; at < places.length; at++) total += column[places[at] ?? 0] ?? 0;
  return total;
}

/** Which side of zero an interval lies on; what only rounding separates from zero is not apart from it. */
export function sideOfZero(interval: Interval | null): 'above' | 'below' | 'neither' {
  if (!interval) return 'neither';
  if (interval.low > 1e-9) return 'above';
  return interval.high < -1e-9 ? 'below' : 'neither';
}
