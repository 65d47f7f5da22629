import type { Instant } from '@visavis/kernel';
import { closeOpen } from './answer-proposal';
import type { Actor, Contract, Transition } from './contract';
import { closeContract } from './end-contract';

/**
 * A party is erased: what is in force ends, what is written, proposed or not begun is withdrawn; what was signed
 * stays as evidence.
 * @param by the party, who asked for it; `clock` when somebody else did, who is no party
 * @returns null when the contract has come to its end before
 */
export function leaveContract(contract: Contract, by: Actor, now: Instant): Transition | null {
  const { open } = contract;
  if (contract.closedAt !== null) return null;
  if (contract.inForce !== null) return closeContract(contract, 'ended', by, now, { ground: 'party-erased' });
  return open === null ? null : closeOpen(contract, open, 'withdrawn', by, now);
}
