import { type Bytes, utf8 } from './bytes';
import { refuse } from './proof-refusal';

/** The one suite this program speaks. Nothing in it is negotiated: a server cannot talk anybody down. */
export const SUITE = 'visavis/1';

export function requireSuite(suite: string): void {
  if (suite !== SUITE) throw refuse('suite-unknown');
}

/**
 * Pre-authentication encoding: the number of parts, then each with its length before it, all lengths as 64-bit
 * little-endian. Two different lists of parts never give the same bytes, which plain concatenation cannot promise.
 */
export function pae(...parts: readonly (string | Bytes)[]): Bytes {
  const pieces = parts.map((part) => (typeof part === 'string' ? utf8(part) : part));
  const encoded = new Uint8Array(pieces.reduce((sum, { length }) => sum + 8 + length, 8));
  const view = new DataView(encoded.buffer);
  view.setUint32(0, pieces.length, true);
  let at = 8;
  for (const piece of pieces) {
    // No part is near 4 GiB, so the upper half stays zero: BigInts here were a tenth of opening a journal.
    view.setUint32(at, piece.length, true);
    encoded.set(piece, at + 8);
    at += 8 + piece.length;
  }
  return encoded;
}
