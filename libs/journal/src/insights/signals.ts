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
