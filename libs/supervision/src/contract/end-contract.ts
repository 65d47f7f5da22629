import type { Instant } from '@visavis/kernel';
import { refuse } from '../supervision-refusal';
import type { EndGround, Party } from '../words';
import {
  changed,
  event,
  inForceOf,
  NOBODY_ASKED,
  onlyFrom,
  type Actor,
  type Contract,
  type Transition,
} from './contract';
import { agree } from './agree';
import { lastDate, todayOf } from './term';

/**
 * Ends at once: alone for a breach of ethics or incapacity, by both with ground `mutual`.
 * @throws Refusal wrong-state
 */
export function endContract(
  contract: Contract,
  wish: { readonly ground: EndGround },
  who: Party,
  now: Instant,
): Transition {
  onlyFrom(contract, 'active', 'suspended', 'notice-given');
  const end = (from: Contract) => closeContract(from, 'ended', who, now, { ground: wish.ground });
  return wish.ground === 'mutual' ? agree(contract, 'end', who, now, end) : end(contract);
}

/** The clock, after the last day of a notice. @throws Refusal wrong-state, not-yet */
export function endAfterNotice(contract: Contract, now: Instant): Transition {
  onlyFrom(contract, 'notice-given');
  const { content } = inForceOf(contract);
  if (contract.notice === null || todayOf(content, now) <= contract.notice.endsOn) throw refuse('not-yet');
  return closeContract(contract, 'ended', 'clock', now, { ground: 'notice' });
}

/**
 * Both say that the work is done, once no session is left to hold or to agree on.
 * @throws Refusal wrong-state, sessions-open
 */
export function completeContract(
  contract: Contract,
  facts: { readonly openSessions: number },
  who: Party,
  now: Instant,
): Transition {
  onlyFrom(contract, 'active', 'notice-given');
  if (facts.openSessions > 0) throw refuse('sessions-open');
  return agree(contract, 'complete', who, now, (agreed) => closeContract(agreed, 'completed', who, now, {}));
}

/** The clock, after the last day of the term. @throws Refusal wrong-state, not-yet */
export function expireContract(contract: Contract, now: Instant): Transition {
  onlyFrom(contract, 'active', 'suspended');
  const { content } = inForceOf(contract);
  if (todayOf(content, now) <= lastDate(content)) throw refuse('not-yet');
  return closeContract(contract, 'expired', 'clock', now, {});
}

/** The version in force keeps its place: what was signed goes on to say what survives the end. */
export function closeContract(
  contract: Contract,
  state: 'ended' | 'completed' | 'expired',
  by: Actor,
  now: Instant,
  payload: Readonly<Record<string, unknown>>,
): Transition {
  const { open } = contract;
  return changed(
    { ...contract, state, open: null, suspension: null, asked: NOBODY_ASKED, closedAt: now },
    [event(state, by, now, contract.inForce?.number ?? null, payload)],
    open === null ? [] : [{ number: open.number, state: 'withdrawn' }],
  );
}
