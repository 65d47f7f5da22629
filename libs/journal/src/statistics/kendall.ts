import { seededRows } from './seeded';

const PERMUTATIONS = 2000;

export interface Kendall {
  /** From -1 to 1; ties count for neither side. */
  readonly tau: number;
  /** How often chance alone puts the two as far together or apart, from 0 to 1. */
  readonly p: number;
}

/** Kendall’s τ-b with a seeded permutation test, two-sided; null when one of the two never varies. */
export function kendall(pairs: readonly (readonly [number, number])[]): Kendall | null {
  const sorted = pairs.toSorted(([a, b], [c, d]) => a - c || b - d);
  const [one, other] = [ranksOf(sorted.map(([x]) => x)), ranksOf(sorted.map(([, y]) => y))];
  const scale = Math.sqrt(untied(one.ranks) * untied(other.ranks));
  if (scale === 0) return null;
  const scored = () => scoreOf(one.ranks, other.ranks, one.distinct, other.distinct);
  const score = scored();
  const fill = seededRows(`kendall ${sorted.join(' ')}`);
  const drawn = new Float64Array(sorted.length - 1);
  let asFar = 0;
  for (let round = 0; round < PERMUTATIONS; round++) {
    fill(drawn);
    shuffle(other.ranks, drawn);
    if (Math.abs(scored()) >= Math.abs(score)) asFar++;
  }
  return { tau: score / scale, p: (asFar + 1) / (PERMUTATIONS + 1) };
}

/** Values replaced by their places among the distinct ones, from 0. */
function ranksOf(values: readonly number[]): { readonly ranks: Int32Array; readonly distinct: number } {
  const distinct = [...new Set(values)].toSorted((a, b) => a - b);
  const places = new Map(distinct.map((value, place) => [value, place]));
  return { ranks: Int32Array.from(values, (value) => places.get(value) ?? 0), distinct: distinct.length };
}

function untied(ranks: Int32Array): number {
  const tied = [...Map.groupBy([...ranks], (rank) => rank).values()].map(
    ({ length }) => (length * (length - 1)) / 2,
  );
  return (ranks.length * (ranks.length - 1)) / 2 - tied.reduce((total, each) => total + each, 0);
}

/** Concordant less discordant pairs, over the table of ranks: there are few of them however many bids there are. */
function scoreOf(one: Int32Array, other: Int32Array, rows: number, columns: number): number {
  const table = new Int32Array(rows * columns);
  for (let at = 0; at < one.length; at++) {
    const cell = (one[at] ?? 0) * columns + (other[at] ?? 0);
    table[cell] = (table[cell] ?? 0) + 1;
  }
  const above = new Int32Array(columns);
  let [score, seen] = [0, 0];
  for (let row = 0; row < rows; row++) {
    let left = 0;
    for (let column = 0; column < columns; column++) {
      const [here, over] = [table[row * columns + column] ?? 0, above[column] ?? 0];
      score += here * (left - (seen - left - over));
      left += over;
    }
    for (let column = 0; column < columns; column++) {
      const here = table[row * columns + column] ?? 0;
      above[column] = (above[column] ?? 0) + here;
      seen += here;
    }
  }
  return score;
}

/** Fisher and Yates, by a number from 0 to 1 for every exchange. */
function shuffle(values: Int32Array, drawn: Float64Array): void {
  for (let last = values.length - 1; last > 0; last--) {
    const at = Math.floor((drawn[values.length - 1 - last] ?? 0) * (last + 1));
    const moved = values[last] ?? 0;
    values[last] = values[at] ?? 0;
    values[at] = moved;
  }
}
