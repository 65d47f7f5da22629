import type { Answers } from '../entry/answers';
import { choicesOf, fieldOf } from '../fields/all-fields';

/** What a hypothesis of the year may be about: known before the outcome, each split at its anchor. */
export const HYPOTHESIS_SIGNALS = [
  'ethics_reserve',
  'ethics_autonomy',
  'ethics_parity',
  'alliance_pre',
  'proposal_skill',
  'source',
  'selection_mode',
  'echo_tags',
] as const;
export type HypothesisSignal = (typeof HYPOTHESIS_SIGNALS)[number];

/** "Uncertain", the middle of the alliance, "right": high is above. */
const ANCHORS = { ethics: 2, alliance: 4, skill: 0 } as const;

/** Which side of its anchor an entry is on; null when the question was not answered. */
export function isHigh(answers: Answers, signal: HypothesisSignal, value?: string): boolean | null {
  const answer = answers[signal];
  if (answer === undefined) return null;
  switch (signal) {
    case 'source':
    case 'selection_mode':
      return answer === value;
    case 'echo_tags':
      return (answer as readonly string[]).includes(value ?? '');
    case 'alliance_pre': {
      const items = Object.values(answer as NonNullable<Answers['alliance_pre']>);
      if (items.length < (fieldOf(signal).items?.length ?? 0)) return null;
      return items.reduce((total, item) => total + item, 0) / items.length > ANCHORS.alliance;
    }
    default:
      return (answer as number) > (signal === 'proposal_skill' ? ANCHORS.skill : ANCHORS.ethics);
  }
}

/** The values among which a signal of choices needs one; null for those that have an anchor. */
export function valuesOf(signal: HypothesisSignal): readonly string[] | null {
  const { type } = fieldOf(signal);
  if (type !== 'enum' && type !== 'set<enum>') return null;
  return choicesOf(fieldOf(signal)).map(String);
}
