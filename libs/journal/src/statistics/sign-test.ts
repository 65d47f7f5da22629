/** Exact two-sided sign test: how often a fair coin is as one-sided. Differences of zero say nothing and are left out. */
export function signTest(differences: readonly number[]): number {
  const up = differences.filter((difference) => difference > 0).length;
  const down = differences.filter((difference) => difference < 0).length;
  const [of, fewer] = [up + down, Math.min(up, down)];
  let [ways, tail] = [1, 0];
  for (let count = 0; count <= fewer; count++) {
    tail += ways;
    ways = (ways * (of - count)) / (count + 1);
  }
  return Math.min(1, (2 * tail) / 2 ** of);
}
