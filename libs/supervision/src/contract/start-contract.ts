import type { Instant } from '@visavis/kernel';
import { refuse } from '../supervision-refusal';
import {
  changed,
  event,
  inForceOf,
  onlyFrom,
  openIn,
  type Contract,
  type FrozenText,
  type OpenVersion,
  type Transition,
} from './contract';
import { todayOf, withdrawalEnds } from './term';

/** What must have happened to a signed version before it counts. */
export interface SealFacts {
  /** The sealed file is stored; its time-stamp may still be on the way. */
  readonly sealed: boolean;
  /** Every party was sent a copy. */
  readonly copiesSent: boolean;
}

/**
 * The clock: a signed contract becomes active on its start date, for a consumer not before the right to
 * withdraw is over unless an early start was asked for.
 * @throws Refusal wrong-state, not-sealed-yet, not-yet
 */
export function startContract(contract: Contract, facts: SealFacts, now: Instant): Transition {
  onlyFrom(contract, 'signed');
  const { open, frozen } = signedText(contract, facts);
  const { content } = frozen;
  if (todayOf(content, now) < content.format.startsOn) throw refuse('not-yet');
  const ends = withdrawalEnds(content, contract.concludedAt ?? now, contract.holidays);
  if (ends !== null && now < ends && content.consumer?.earlyStart !== true) throw refuse('not-yet');
  const inForce = { number: open.number, content, since: now };
  return changed({ ...contract, state: 'active', open: null, inForce }, [
    event('started', 'clock', now, open.number),
  ]);
}

/**
 * The clock: a signed amendment takes the place of the version in force on its date, never retroactively.
 * @throws Refusal wrong-state, not-sealed-yet, not-yet
 */
export function bringAmendmentIntoForce(contract: Contract, facts: SealFacts, now: Instant): Transition {
  onlyFrom(contract, 'active', 'suspended', 'notice-given');
  const before = inForceOf(contract);
  const { open, frozen } = signedText(contract, facts);
  const { content } = frozen;
  if (content.amendment !== null && todayOf(content, now) < content.amendment.effectiveOn)
    throw refuse('not-yet');
  return changed(
    { ...contract, open: null, inForce: { number: open.number, content, since: now } },
    [event('amendment-in-force', 'clock', now, open.number, { supersedes: before.number })],
    [{ number: before.number, state: 'superseded' }],
  );
}

function signedText(
  contract: Contract,
  { sealed, copiesSent }: SealFacts,
): { open: OpenVersion; frozen: FrozenText } {
  const open = openIn(contract, 'signed');
  if (open.frozen === null) throw refuse('wrong-state');
  if (!sealed || !copiesSent) throw refuse('not-sealed-yet');
  return { open, frozen: open.frozen };
}
