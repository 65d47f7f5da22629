import type { Uniform } from './seeded';

/**
 * A draw from Beta(won + ½, lost + ½). Whether a number is rejected is decided by plain arithmetic, which every device
 * does alike; logarithms, which may differ in their last digit, only scale what was drawn.
 */
export function drawBeta(won: number, lost: number, uniform: Uniform): number {
  const one = drawGamma(won, uniform);
  return one / (one + drawGamma(lost, uniform));
}

/** Gamma(whole + ½): that many exponentials and half a squared normal. */
function drawGamma(whole: number, uniform: Uniform): number {
  let total = squaredNormal(uniform) / 2;
  let product = 1;
  for (let count = 0; count < whole; count++) {
    product *= uniform();
    if (product > 1e-280) continue;
    total -= Math.log(product);
    product = 1;
  }
  return total - Math.log(product);
}

/** Marsaglia's polar method. */
function squaredNormal(uniform: Uniform): number {
  for (;;) {
    const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
    const square = x * x + y * y;
    if (square < 1 && square > 0) return (x * x * -2 * Math.log(square)) / square;
  }
}
