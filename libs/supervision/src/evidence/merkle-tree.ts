import type { Sha256 } from './event-chain';
import { fromHex, toHex } from './hex';

/** A neighbour on the way from a leaf to the root; the hash is 64 hexadecimal digits. */
export interface MerkleStep {
  readonly side: 'left' | 'right';
  readonly hash: string;
}

const LEAF = 0x00;
const NODE = 0x01;

/** The root over leaves in order, as RFC 6962 (section 2.1) computes it: leaves and nodes cannot be taken for each other. */
export function merkleRoot(leaves: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return sha256(new Uint8Array());
  if (leaves.length === 1) return sha256(joined(LEAF, only));
  const half = split(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  return sha256(joined(NODE, merkleRoot(left, sha256), merkleRoot(right, sha256)));
}

/** What somebody needs who has one leaf and wants to come to the root, from the leaf upwards. */
export function merklePath(leaves: readonly Uint8Array[], index: number, sha256: Sha256): MerkleStep[] {
  if (index < 0 || index >= leaves.length) throw new RangeError('no such leaf');
  if (leaves.length === 1) return [];
  const half = split(leaves.length);
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)];
  const other = (side: MerkleStep['side'], part: readonly Uint8Array[]): MerkleStep => ({
    side,
    hash: toHex(merkleRoot(part, sha256)),
  });
  return index < half
    ? [...merklePath(left, index, sha256), other('right', right)]
    : [...merklePath(right, index - half, sha256), other('left', left)];
}

/** The root that a leaf comes to by a path. */
export function climb(leaf: Uint8Array, path: readonly MerkleStep[], sha256: Sha256): Uint8Array {
  return path.reduce(
    (below, { side, hash }) => {
      const beside = fromHex(hash);
      return sha256(side === 'left' ? joined(NODE, beside, below) : joined(NODE, below, beside));
    },
    sha256(joined(LEAF, leaf)),
  );
}

/** The largest power of two below `count`. */
function split(count: number): number {
  let half = 1;
  while (half * 2 < count) half *= 2;
  return half;
}

function joined(kind: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(1 + parts.reduce((sum, { length }) => sum + length, 0));
  all[0] = kind;
  let at = 1;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
