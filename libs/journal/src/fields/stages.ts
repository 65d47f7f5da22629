export const STAGES = [
  { id: 'A_context', when: 'on creation', minutes: 2 },
  { id: 'B_brief', when: 'before answering', minutes: 4 },
  { id: 'C_stance', when: 'before sending; sealed', minutes: 4 },
  { id: 'D_outcome', when: 'when known', minutes: 2 },
  { id: 'E_hot', when: 'same day; optional; margin only', minutes: 15 },
  { id: 'F_cold', when: 'outcome + 7 days', minutes: 15 },
  { id: 'G_won', when: 'kick-off, end, end + 6 months; only if won', minutes: 6 },
  { id: 'H_second', when: 'outcome + 90 days', minutes: 5 },
] as const;

export type StageId = (typeof STAGES)[number]['id'];

export const QUICK_PATH = {
  before: [
    'alias',
    'source',
    'brief_verbatim',
    'ethics_reserve',
    'ethics_autonomy',
    'ethics_parity',
    'stance',
    'alliance_pre',
    'p_win',
    'p_effect',
    'attachment',
  ],
  after: ['outcome', 'outcome_date', 'camera', 'attribution', 'fit_reframe', 'well_done', 'experiment'],
  note: 'About 5 minutes before, 10 minutes after; everything else is optional.',
} as const;
