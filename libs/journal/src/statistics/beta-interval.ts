import type { Interval } from './wilson';

/** The middle 90 % of Beta(a, b), and so of one share of a Dirichlet. */
export function betaInterval(a: number, b: number): Interval {
  return { low: betaQuantile(0.05, a, b), high: betaQuantile(0.95, a, b) };
}

/** Where the distribution function reaches `share`: bisection, as far as a double goes. */
export function betaQuantile(share: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (betaBelow(middle, a, b) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The regularised incomplete beta function, by Lentz’s continued fraction on the side where it converges fast. */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
  const scale = logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);
  let [numerator, denominator] = [1, 1 / (1 - ((a + b) * x) / (a + 1))];
  let fraction = denominator;
  for (let m = 1; m < 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    denominator = 1 / (1 + even * denominator);
    numerator = 1 + even / numerator;
    fraction *= numerator * denominator;
    denominator = 1 / (1 + odd * denominator);
    numerator = 1 + odd / numerator;
    const step = numerator * denominator;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return (Math.exp(scale) * fraction) / a;
}

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
];

/** Lanczos’s approximation (g = 7, 9 terms), for x > 0: some 15 digits. */
function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const base = x + 6.5;
  const series = LANCZOS.reduce((total, term, at) => total + term / (x + at), 0.9999999999998099);
  return Math.log(2 * Math.PI) / 2 + (x - 0.5) * Math.log(base) - base + Math.log(series);
}
