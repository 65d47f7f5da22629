/** A number from 0 (never reached) to 1. */
export type Uniform = () => number;

/**
 * Small Fast Counter (sfc32), from a seed in words: the same data give the same figure on every device. Not for
 * anything that must not be guessed.
 */
export function seeded(seed: string): Uniform {
  let [a, b, c, counter] = [fnv(seed, 1), fnv(seed, 2), fnv(seed, 3), 1];
  const next = () => {
    const drawn = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + drawn;
    return ((drawn >>> 0) + 0.5) / 2 ** 32;
  };
  for (let round = 0; round < 15; round++) next();
  return next;
}

function fnv(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
