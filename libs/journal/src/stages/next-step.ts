import type { BidEntry } from '../entry/entry-document';
import { addDays } from '../dates';
import { COLD_AFTER_DAYS, isSealed, SECOND_LOOK_AFTER_DAYS } from './seal-stage';

/** What an entry waits for next. */
export const STEPS = [
  'seal-forecast',
  'enter-decision',
  'set-effects', // of a won mission, at kick-off
  'review-cold',
  'observe-end',
  'observe-later', // six months after the end
  'look-again',
  'nothing',
] as const;
export type Step = (typeof STEPS)[number];

export interface NextStep {
  readonly step: Step;
  /** First day it makes sense; null when it depends on others. */
  readonly from: string | null;
}

export function nextStep(entry: BidEntry): NextStep {
  const { outcome, outcome_date: since, effects_observed: observed = [] } = entry.answers;
  if (outcome === undefined || since === undefined) {
    const isReady = entry.fromMemory || isSealed(entry, 'forecast');
    return { step: isReady ? 'enter-decision' : 'seal-forecast', from: null };
  }
  const isWon = outcome === 'won';
  if (isWon && !isSealed(entry, 'kickoff')) return { step: 'set-effects', from: since };
  if (!isSealed(entry, 'cold')) return { step: 'review-cold', from: addDays(since, COLD_AFTER_DAYS) };
  if (!isSealed(entry, 'second_look'))
    return { step: 'look-again', from: addDays(since, SECOND_LOOK_AFTER_DAYS) };
  if (isWon && !isSealed(entry, 'mission')) {
    if (!observed.some(({ when }) => when === 'end')) return { step: 'observe-end', from: null };
    if (!observed.some(({ when }) => when === 'plus_6_months')) return { step: 'observe-later', from: null };
  }
  return { step: 'nothing', from: null };
}
