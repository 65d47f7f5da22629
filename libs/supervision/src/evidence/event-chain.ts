import type { ContractEvent } from '../contract/contract';
import { canonicalBytes } from './canonical-json';
import { fromHex, toHex } from './hex';

export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** An event in its place; hashes are 64 hexadecimal digits. */
export interface ChainedEvent extends ContractEvent {
  readonly contractId: string;
  /** 1, 2, 3 … */
  readonly seq: number;
  readonly previousHash: string;
  readonly hash: string;
}

/** Where a chain stands; `FIRST_LINK` before its first event. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}
export const FIRST_LINK: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** What of an event is hashed; bump the schema when its members change, old events keep theirs. */
export function eventForm(event: ContractEvent & { contractId: string; seq: number }): object {
  const { contractId, seq, type, by, at, versionNumber, payload } = event;
  return { schema: 'visavis-event/1', contractId, seq, type, by, at, versionNumber, payload };
}

/** SHA-256(previous hash ‖ canonical event); the first event follows 32 zero bytes. */
export function chainHash(previous: Uint8Array, canonical: Uint8Array, sha256: Sha256): Uint8Array {
  if (previous.length !== 32) throw new RangeError('a link is 32 bytes');
  const joined = new Uint8Array(previous.length + canonical.length);
  joined.set(previous);
  joined.set(canonical, previous.length);
  return sha256(joined);
}

/** Puts events behind the head, in order. */
export function chainEvents(
  contractId: string,
  head: ChainHead,
  events: readonly ContractEvent[],
  sha256: Sha256,
): ChainedEvent[] {
  let { seq, hash } = head;
  return events.map((event) => {
    const previousHash = hash;
    seq += 1;
    hash = linkHash(previousHash, { ...event, contractId, seq }, sha256);
    return { ...event, contractId, seq, previousHash, hash };
  });
}

/**
 * Recomputes a chain from its first event. Null when every link follows; otherwise the `seq` of the first
 * that does not: changed, missing before, moved, or of another contract.
 */
export function verifyChain(
  contractId: string,
  events: readonly ChainedEvent[],
  sha256: Sha256,
): number | null {
  let head = FIRST_LINK;
  for (const event of events) {
    const isNext = event.seq === head.seq + 1 && event.previousHash === head.hash;
    if (!isNext || event.contractId !== contractId || linkHash(head.hash, event, sha256) !== event.hash)
      return head.seq + 1;
    head = event;
  }
  return null;
}

function linkHash(
  previousHash: string,
  event: ContractEvent & { contractId: string; seq: number },
  sha256: Sha256,
): string {
  return toHex(chainHash(fromHex(previousHash), canonicalBytes(eventForm(event)), sha256));
}
