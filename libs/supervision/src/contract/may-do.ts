import type { Instant } from '@visavis/kernel';
import type { ContractAction, WaitsFor } from '../contract-wire';
import type { ContractState, Party } from '../words';
import type { Contract } from './contract';
import { lastDate, todayOf, withdrawalEnds } from './term';
import { daysBetween } from '../local-date';
import { RENEWAL_DAYS } from './renew-contract';

/** What a party's buttons are: every action whose rule would not say `wrong-state` or `not-for-this-party`. */
export function mayDo(contract: Contract, who: Party, now: Instant): ContractAction[] {
  const actions: readonly [ContractAction, boolean][] = [
    ['edit', who === 'supervisor' && isOpenIn(contract, 'draft', 'changes-requested')],
    ['propose', who === 'supervisor' && isOpenIn(contract, 'draft', 'changes-requested')],
    ['comment', isOpenIn(contract, 'draft', 'changes-requested', 'proposed', 'partially-signed')],
    ['request-changes', who === 'coach' && isOpenIn(contract, 'proposed')],
    ['decline', who === 'coach' && isOpenIn(contract, 'proposed', 'partially-signed')],
    ['withdraw', who === 'supervisor' && contract.open !== null && !isOpenIn(contract, 'signed')],
    ['sign', maySign(contract, who, now)],
    ['amend', who === 'supervisor' && contract.open === null && isIn(contract, 'active', 'suspended')],
    ['suspend', isIn(contract, 'active')],
    ['resume', mayResume(contract, who, now)],
    ['give-notice', isIn(contract, 'active', 'suspended')],
    ['cancel-notice', isIn(contract, 'notice-given') && contract.asked['cancel-notice'] !== who],
    ['end', isIn(contract, 'active', 'suspended', 'notice-given')],
    ['complete', isIn(contract, 'active', 'notice-given') && contract.asked.complete !== who],
    ['rescind', who === 'coach' && mayRescind(contract, now)],
    ['renew', who === 'supervisor' && mayRenew(contract, now)],
    ['book', isIn(contract, 'active', 'notice-given')],
  ];
  return actions.filter(([, allowed]) => allowed).map(([action]) => action);
}

/** Whose turn it is. */
export function waitsFor(contract: Contract): WaitsFor {
  const { open, asked } = contract;
  if (open?.state === 'draft' || open?.state === 'changes-requested') return 'supervisor';
  if (open?.state === 'proposed') return 'both';
  if (open?.state === 'partially-signed')
    return open.signatures.some(({ party }) => party === 'supervisor') ? 'coach' : 'supervisor';
  const asker = asked.end ?? asked.complete ?? asked['cancel-notice'];
  if (asker === null) return 'nobody';
  return asker === 'supervisor' ? 'coach' : 'supervisor';
}

function isIn(contract: Contract, ...states: readonly ContractState[]): boolean {
  return states.includes(contract.state);
}

function isOpenIn(contract: Contract, ...states: readonly string[]): boolean {
  return contract.open !== null && states.includes(contract.open.state);
}

function maySign({ open }: Contract, who: Party, now: Instant): boolean {
  if (open?.frozen == null || (open.state !== 'proposed' && open.state !== 'partially-signed')) return false;
  return now < open.frozen.lapsesAt && !open.signatures.some(({ party }) => party === who);
}

function mayResume({ state, suspension, inForce }: Contract, who: Party, now: Instant): boolean {
  if (state !== 'suspended' || inForce === null) return false;
  return suspension === null || suspension.by === who || todayOf(inForce.content, now) >= suspension.until;
}

function mayRescind(contract: Contract, now: Instant): boolean {
  const content = contract.inForce?.content ?? contract.open?.frozen?.content;
  if (!isIn(contract, 'signed', 'active') || content === undefined) return false;
  const ends = withdrawalEnds(content, contract.concludedAt ?? now, contract.holidays);
  return ends !== null && now < ends;
}

function mayRenew(contract: Contract, now: Instant): boolean {
  if (contract.inForce === null || !isIn(contract, 'active', 'expired')) return false;
  const { content } = contract.inForce;
  return daysBetween(lastDate(content), todayOf(content, now)) <= RENEWAL_DAYS;
}
