import type { Instant } from '@visavis/kernel';
import type { ViewWish } from '../contract-wish';
import { refuse } from '../supervision-refusal';
import type { Party } from '../words';
import { event, openIn, type Contract, type ContractEvent } from './contract';

/**
 * A party has a proposed text before them. The chain says so once for each text and party.
 * @param known whether it says so already
 * @throws Refusal wrong-state, text-changed
 */
export function viewContract(
  contract: Contract,
  { number, pdfSha256 }: ViewWish,
  known: boolean,
  who: Party,
  now: Instant,
): ContractEvent[] {
  const { frozen, ...open } = openIn(contract, 'proposed', 'partially-signed');
  if (open.number !== number || frozen?.pdfSha256 !== pdfSha256) throw refuse('text-changed');
  return known ? [] : [event('viewed', who, now, number, { pdfSha256 })];
}
