import type { Uniform } from './seeded';

const MANY = 40;

/**
 * A draw from Beta(won + ½, lost + ½). Up to forty a side, whether a number is rejected is decided by plain arithmetic,
 * which every device does alike; logarithms, which may differ in their last digit, only scale what was drawn.
 */
export function drawBeta(won: number, lost: number, uniform: Uniform): number {
  const one = drawGamma(won, uniform);
  return one / (one + drawGamma(lost, uniform));
}

function drawGamma(whole: number, uniform: Uniform): number {
  return whole <= MANY ? sumOfExponentials(whole, uniform) : marsagliaTsang(whole + 0.5, uniform);
}

/** Gamma(whole + ½): that many exponentials and half a squared normal. */
function sumOfExponentials(whole: number, uniform: Uniform): number {
  // Forty factors of at least 2⁻³³ stay far above the smallest double.
  let product = 1;
  for (let count = 0; count < whole; count++) product *= uniform();
  return squaredNormal(uniform) / 2 - Math.log(product);
}

/**
 * For many bids, in the time of a few. Here rejecting may compare with a logarithm, so two devices could part ways where
 * both sides agree to fifteen digits: once in some ten thousand million figures, by less than what is shown.
 */
function marsagliaTsang(shape: number, uniform: Uniform): number {
  const base = shape - 1 / 3;
  const spread = Math.sqrt(9 * base);
  for (;;) {
    const square = squaredNormal(uniform);
    const edge = 1 + (Math.sqrt(square) * (uniform() < 0.5 ? -1 : 1)) / spread;
    const volume = edge * edge * edge;
    if (volume <= 0) continue;
    const height = uniform();
    // Their squeeze: under it every number is kept, nearly always, and no logarithm is needed to know.
    if (height < 1 - 0.0331 * square * square) return base * volume;
    if (Math.log(height) < square / 2 + base * (1 - volume + Math.log(volume))) return base * volume;
  }
}

/** Marsaglia's polar method. */
function squaredNormal(uniform: Uniform): number {
  for (;;) {
    const x = 2 * uniform() - 1;
    const y = 2 * uniform() - 1;
    const square = x * x + y * y;
    if (square < 1 && square > 0) return (x * x * -2 * Math.log(square)) / square;
  }
}
