import { canonicalBytes } from './canonical-json';
import type { ChainHead, Sha256 } from './event-chain';
import { fromHex, toHex } from './hex';
import { merkleRoot } from './merkle-tree';

/** Where the chain of one contract stood. */
export interface ContractHead extends ChainHead {
  readonly contractId: string;
}

/** Before the first day of a practice. */
export const NO_DAY = '0'.repeat(64);

/**
 * The root of a practice's day: over the root of its last day, and the heads of the contracts that something happened to
 * since, by their ids. So every day holds all days before it, and a chain that is cut off or written anew stands out
 * against the heads that were kept.
 */
export function dayRoot(previous: string, heads: readonly ContractHead[], sha256: Sha256): string {
  const leaves = heads
    .toSorted((a, b) => (a.contractId < b.contractId ? -1 : 1))
    .map(({ contractId, seq, hash }) => canonicalBytes({ schema: 'visavis-head/1', contractId, seq, hash }));
  return toHex(merkleRoot([fromHex(previous), ...leaves], sha256));
}
