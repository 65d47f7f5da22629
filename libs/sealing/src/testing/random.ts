import { type Bytes, concat, fromHex, le32, sha256, utf8 } from '@visavis/sealing-proof';
import type { Random } from '../primitives/random';

/** Draws what is written, in that order, and nothing else. */
export function scripted(...draws: readonly (Bytes | string)[]): Random {
  const left = draws.map((drawn) => (typeof drawn === 'string' ? fromHex(drawn) : drawn));
  return (length) => {
    if (length === 0) return new Uint8Array(0);
    const next = left.shift();
    if (next?.length !== length) throw new RangeError(`${length} bytes are not what is drawn next`);
    return next;
  };
}

/** Different bytes at every draw, the same in every run. */
export function seeded(seed: string): Random {
  let draws = 0;
  return (length) => {
    const blocks = Array.from({ length: Math.ceil(length / 32) }, (_, block) =>
      sha256(concat(utf8(seed), le32(draws), le32(block))),
    );
    draws++;
    return concat(...blocks).slice(0, length);
  };
}
