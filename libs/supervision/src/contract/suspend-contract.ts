import type { Instant } from '@visavis/kernel';
import { addDays } from '../local-date';
import { refuse } from '../supervision-refusal';
import type { Party } from '../words';
import {
  changed,
  event,
  inForceOf,
  onlyFrom,
  wrongField,
  type Actor,
  type Contract,
  type Transition,
} from './contract';
import { todayOf } from './term';

/**
 * A pause: nothing new is booked, confidentiality and records hold on.
 * @throws Refusal wrong-state, malformed (`until` not in the future), suspension-too-long with the last
 *   possible date
 */
export function suspendContract(
  contract: Contract,
  wish: { readonly until: string; readonly reason: string },
  who: Party,
  now: Instant,
): Transition {
  onlyFrom(contract, 'active');
  const { content, number } = inForceOf(contract);
  const today = todayOf(content, now);
  if (wish.until <= today) throw wrongField('until', 'too-small');
  const latest = addDays(today, content.ending.suspensionMaxWeeks * 7);
  if (wish.until > latest) throw refuse('suspension-too-long', { because: latest });
  const suspension = { by: who, since: now, ...wish };
  return changed({ ...contract, state: 'suspended', suspension }, [
    event('suspended', who, now, number, { until: wish.until }),
  ]);
}

/**
 * Whoever paused resumes at any time; from the date on, the other one and the clock do as well.
 * @throws Refusal wrong-state, only-the-suspender, insurance-expired
 */
export function resumeContract(contract: Contract, who: Actor, now: Instant): Transition {
  onlyFrom(contract, 'suspended');
  const { content, number } = inForceOf(contract);
  const today = todayOf(content, now);
  const { suspension } = contract;
  if (suspension !== null && suspension.by !== who && today < suspension.until)
    throw refuse('only-the-suspender');
  if (content.parties.supervisor.insurance.validUntil < today) throw refuse('insurance-expired');
  return changed({ ...contract, state: 'active', suspension: null }, [event('resumed', who, now, number)]);
}
