import { Refusal, type Instant } from '@visavis/kernel';
import { addDays, startOfDate } from '../local-date';
import { lapseContract } from './answer-proposal';
import type { Contract, OpenVersion, Transition } from './contract';
import { endAfterNotice, expireContract } from './end-contract';
import { bringAmendmentIntoForce, startContract, type SealFacts } from './start-contract';
import { resumeContract } from './suspend-contract';
import { lastDate, withdrawalEnds } from './term';

/**
 * What time alone does to a contract now, one thing at a time and what closes it first; null when nothing is due
 * or something is still in the way.
 */
export function passTime(contract: Contract, seal: SealFacts, now: Instant): Transition | null {
  const rules: readonly (() => Transition)[] = [
    () => endAfterNotice(contract, now),
    () => expireContract(contract, now),
    () => lapseContract(contract, now),
    () => startContract(contract, seal, now),
    () => bringAmendmentIntoForce(contract, seal, now),
    () => resumeContract(contract, 'clock', now),
  ];
  for (const rule of rules) {
    try {
      return rule();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  return null;
}

/** The earliest moment at which `passTime` could have something to do; null when time changes nothing any more. */
export function nextTurn(contract: Contract): Instant | null {
  const turns = [...turnsOfOpen(contract, contract.open), ...turnsInForce(contract)];
  return turns.length === 0 ? null : Math.min(...turns);
}

function turnsOfOpen(contract: Contract, open: OpenVersion | null): Instant[] {
  if (open?.state === 'changes-requested') return open.answerBy === null ? [] : [open.answerBy];
  if (open?.frozen == null) return [];
  if (open.state === 'proposed' || open.state === 'partially-signed') return [open.frozen.lapsesAt];
  const { content } = open.frozen;
  if (content.amendment !== null) return [startOfDate(content.amendment.effectiveOn, content.timeZone)];
  const starts = startOfDate(content.format.startsOn, content.timeZone);
  if (content.consumer === null || content.consumer.earlyStart || contract.concludedAt === null)
    return [starts];
  return [Math.max(starts, withdrawalEnds(content, contract.concludedAt, contract.holidays) ?? starts)];
}

function turnsInForce({ state, inForce, suspension, notice }: Contract): Instant[] {
  if (inForce === null) return [];
  const { content } = inForce;
  const dayAfter = (date: string) => startOfDate(addDays(date, 1), content.timeZone);
  if (state === 'notice-given' && notice !== null) return [dayAfter(notice.endsOn)];
  if (state === 'active') return [dayAfter(lastDate(content))];
  if (state !== 'suspended' || suspension === null) return [];
  return [dayAfter(lastDate(content)), startOfDate(suspension.until, content.timeZone)];
}
