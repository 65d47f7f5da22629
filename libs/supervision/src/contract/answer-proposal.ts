import { DAY, type Instant } from '@visavis/kernel';
import { refuse } from '../supervision-refusal';
import type { Party } from '../words';
import {
  changed,
  event,
  onlyFor,
  openIn,
  PROPOSAL_DAYS,
  withOpen,
  type Actor,
  type Contract,
  type OpenVersion,
  type Transition,
} from './contract';

/** A reason in words is a comment, kept where it can be erased; the chain knows only what was answered. */
interface Answer {
  /** Of the version that was read. */
  readonly number: number;
}

/**
 * Back to the supervisor's desk: the same version number, a new text; what was frozen stays in the chain. It waits as
 * long again as a proposal does.
 * @throws Refusal not-for-this-party, wrong-state (once somebody has signed), text-changed
 */
export function requestChanges(contract: Contract, answer: Answer, who: Party, now: Instant): Transition {
  onlyFor('coach', who);
  const open = sameNumber(openIn(contract, 'proposed'), answer.number);
  const answerBy = now + PROPOSAL_DAYS * DAY;
  return changed(withOpen(contract, { ...open, state: 'changes-requested', frozen: null, answerBy }), [
    event('changes-requested', who, now, open.number),
  ]);
}

/** @throws Refusal not-for-this-party, wrong-state, text-changed */
export function declineContract(contract: Contract, answer: Answer, who: Party, now: Instant): Transition {
  onlyFor('coach', who);
  const open = sameNumber(openIn(contract, 'proposed', 'partially-signed'), answer.number);
  return closeOpen(contract, open, 'declined', who, now);
}

/**
 * The supervisor takes a draft or a proposal back, as long as not both have signed.
 * @throws Refusal not-for-this-party, wrong-state, text-changed
 */
export function withdrawContract(contract: Contract, answer: Answer, who: Party, now: Instant): Transition {
  onlyFor('supervisor', who);
  const open = openIn(contract, 'draft', 'proposed', 'changes-requested', 'partially-signed');
  sameNumber(open, answer.number);
  return closeOpen(contract, open, 'withdrawn', who, now);
}

/**
 * The clock closes a proposal that not both signed in time, also one that came back and was not proposed anew.
 * @throws Refusal wrong-state, not-yet
 */
export function lapseContract(contract: Contract, now: Instant): Transition {
  const open = openIn(contract, 'proposed', 'partially-signed', 'changes-requested');
  const lapsesAt = open.frozen?.lapsesAt ?? open.answerBy;
  if (lapsesAt === null || now < lapsesAt) throw refuse('not-yet');
  return closeOpen(contract, open, 'lapsed', 'clock', now);
}

/** A first version takes its contract with it; an amendment leaves the version in force as it is. */
export function closeOpen(
  contract: Contract,
  open: OpenVersion,
  state: 'declined' | 'withdrawn' | 'lapsed',
  by: Actor,
  now: Instant,
): Transition {
  const isFirst = contract.inForce === null;
  const closed: Contract = {
    ...contract,
    open: null,
    ...(isFirst && { state, closedAt: now }),
  };
  return changed(closed, [event(state, by, now, open.number)], [{ number: open.number, state }]);
}

function sameNumber(open: OpenVersion, number: number): OpenVersion {
  if (open.number !== number) throw refuse('text-changed');
  return open;
}
