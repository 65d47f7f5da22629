/** Chance of at least `wanted` wins among bids whose chances (0 to 1) differ. */
export function atLeastOf(wanted: number, chances: readonly number[]): number {
  let byWins = [1];
  for (const chance of chances)
    byWins = Array.from(
      { length: byWins.length + 1 },
      (_, wins) => (byWins[wins] ?? 0) * (1 - chance) + (byWins[wins - 1] ?? 0) * chance,
    );
  return from(byWins, wanted);
}

/**
 * The same for `open` bids of one unknown chance, of which `won` and `lost` before are all that is known: Beta-binomial
 * with Jeffreys' prior, as a product of ratios, so that no factorial overflows.
 */
export function atLeastAfter(wanted: number, open: number, won: number, lost: number): number {
  const [a, b] = [won + 0.5, lost + 0.5];
  // P(0), then each from the one before: P(x+1)/P(x) = (open-x)/(x+1) · (a+x)/(b+open-x-1).
  let probability = 1;
  for (let x = 0; x < open; x++) probability *= (b + x) / (a + b + x);
  const byWins = [probability];
  for (let x = 0; x < open; x++) {
    probability *= ((open - x) / (x + 1)) * ((a + x) / (b + open - x - 1));
    byWins.push(probability);
  }
  return from(byWins, wanted);
}

/** Rounding may add up to a little more than certain. */
function from(byWins: readonly number[], wanted: number): number {
  return Math.min(1, sum(byWins.slice(Math.max(0, wanted))));
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? Number.NaN) + (sorted[Math.floor(middle)] ?? Number.NaN)) / 2;
}
