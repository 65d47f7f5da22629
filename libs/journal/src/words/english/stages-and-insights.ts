export const STAGE_NAMES = {
  A_context: 'Context',
  B_brief: 'The brief',
  C_stance: 'My stance and forecast',
  D_outcome: 'The decision',
  E_hot: 'Hot',
  F_cold: 'Cold',
  G_won: 'The mission',
  H_second: 'Second look',
} as const;

export const INSIGHT_NAMES = {
  I1: 'My share of won bids',
  I2: 'Enough to live from',
  I3: 'My forecasts: too confident, too cautious, right?',
  I4: 'Do my forecasts beat my own average?',
  I5: 'As asked or widened: being chosen',
  I6: 'The price of widening',
  I7: 'Where I put the cause: losses and wins',
  I8: 'My reason and theirs',
  I9: 'The hypothesis of the year',
  I10: 'Fertile or sterile contradictions',
  I11: 'Did my won missions hold?',
  I11b: 'Fit rather than merit',
  I12: 'Focus without clinging',
  I13: 'What bidding costs',
  I14: 'From hot to cold',
  I15: 'Trials kept',
} as const;

export const SIGNAL_NAMES = {
  ethics_reserve: 'Duty of reserve',
  ethics_autonomy: 'Autonomy of the beneficiary',
  ethics_parity: 'Parity',
  alliance_pre: 'Alliance with the prescriber',
  proposal_skill: 'Skill of the proposal',
  source: 'Source of the request',
  selection_mode: 'How the choice is made',
  echo_tags: 'How I was treated',
} as const;
