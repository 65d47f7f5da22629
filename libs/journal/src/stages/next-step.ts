import type { BidEntry } from '../entry/entry-document';
import { addDays, addMonths } from '../dates';
import { COLD_AFTER_DAYS, isSealed, SECOND_LOOK_AFTER_DAYS } from './seal-stage';

const UNKNOWN_AFTER_DAYS = 90;

/** What an entry waits for next. */
export const STEPS = [
  'seal-forecast',
  'enter-decision',
  'set-effects', // of a won mission, at kick-off
  'review-cold',
  'check-trial', // on the day the coach gave it
  'observe-end',
  'observe-later', // six months after the end
  'look-again',
  'nothing',
] as const;
export type Step = (typeof STEPS)[number];

export interface NextStep {
  readonly step: Step;
  /** First day it makes sense; null when that depends on others, or there is nothing. */
  readonly from: string | null;
}

export function nextStep(entry: BidEntry): NextStep {
  const { outcome, outcome_date: since } = entry.answers;
  if (outcome === undefined || since === undefined) {
    const isReady = entry.fromMemory || isSealed(entry, 'forecast');
    return { step: isReady ? 'enter-decision' : 'seal-forecast', from: null };
  }
  if (outcome === 'won' && !isSealed(entry, 'kickoff')) return { step: 'set-effects', from: since };
  if (!isSealed(entry, 'cold')) return { step: 'review-cold', from: addDays(since, COLD_AFTER_DAYS) };
  const [soonest] = laterSteps(entry, since).toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return soonest ?? { step: 'nothing', from: null };
}

/** What is still to come once a bid was reviewed, each from its own day on. */
function laterSteps(entry: BidEntry, since: string): (NextStep & { from: string })[] {
  const { experiment, experiment_done: done } = entry.answers;
  const steps: (NextStep & { from: string })[] = [];
  if (!isSealed(entry, 'second_look'))
    steps.push({ step: 'look-again', from: addDays(since, SECOND_LOOK_AFTER_DAYS) });
  if (experiment?.then && experiment.check_date && done === undefined)
    steps.push({ step: 'check-trial', from: experiment.check_date });
  const observation = entry.answers.outcome === 'won' ? observationOf(entry, since) : null;
  return observation ? [...steps, observation] : steps;
}

/** At the end of the mission and six months later; where no end was given, from when silence counts as "unknown". */
function observationOf(entry: BidEntry, since: string): (NextStep & { from: string }) | null {
  const { effects_observed: observed = [] } = entry.answers;
  if (isSealed(entry, 'mission')) return null;
  const end = entry.missionEndsOn ?? addDays(since, UNKNOWN_AFTER_DAYS);
  if (!observed.some(({ when }) => when === 'end')) return { step: 'observe-end', from: end };
  if (!observed.some(({ when }) => when === 'plus_6_months'))
    return { step: 'observe-later', from: addMonths(end, 6) };
  return null;
}
