/** A number from 0 (never reached) to 1. */
export type Uniform = () => number;

const BLOCK = 256;
const WARM_UP = 15;

/** Writes the numbers that come next over a whole row. */
export type FillRow = (row: Float64Array) => void;

/** One number after the other; for a known number of them `seededRows` takes a fifth of the time. */
export function seeded(seed: string): Uniform {
  const fill = seededRows(seed);
  const block = new Float64Array(BLOCK);
  let at = BLOCK;
  return () => {
    if (at === BLOCK) {
      fill(block);
      at = 0;
    }
    return block[at++] ?? Number.NaN;
  };
}

/**
 * Small Fast Counter (sfc32), from a seed in words: the same data give the same figure on every device. Not for
 * anything that must not be guessed.
 */
export function seededRows(seed: string): FillRow {
  let state = Int32Array.of(fnv(seed, 1), fnv(seed, 2), fnv(seed, 3), 1);
  const fill = (row: Float64Array) => void (state = draw(row, state));
  fill(new Float64Array(WARM_UP));
  return fill;
}

/** In a loop of its own: simulations take millions of numbers, and here the state stays in registers. */
function draw(row: Float64Array, state: Int32Array): Int32Array<ArrayBuffer> {
  let [a = 0, b = 0, c = 0, counter = 0] = state;
  for (let at = 0; at < row.length; at++) {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + drawn) | 0;
    row[at] = ((drawn >>> 0) + 0.5) / 2 ** 32;
  }
  return Int32Array.of(a, b, c, counter);
}

function fnv(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
