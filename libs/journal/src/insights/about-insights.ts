/** What each insight waits for, as in bid-entry.json, which also says how it is counted and shown. */
export const INSIGHTS = [
  { id: 'I1', min_n: { counts: 1, interval: 5, sentence: 10 } },
  { id: 'I2', min_n: { decided: 8, open: 1 } },
  { id: 'I3', min_n: { show_direction: 10, verdict: 20, curve: 40 } },
  { id: 'I4', min_n: { any: 20 } },
  { id: 'I5', min_n: { each_group: 8 } },
  { id: 'I6', min_n: { decided_each: 8, followed_up_won_each: 4 } },
  { id: 'I7', min_n: { lost: 6, won: 4 } },
  { id: 'I8', min_n: { any: 6 } },
  { id: 'I9', min_n: { each_group: 8, after_declaration: true } },
  { id: 'I10', min_n: { each_row: 5 } },
  { id: 'I11', min_n: { missions: 5, calibration: 20 } },
  { id: 'I11b', min_n: { any: 6, trend_each: 8 } },
  { id: 'I12', min_n: { tau: 12, open_loops: 1 } },
  { id: 'I13', min_n: { each: 5 } },
  { id: 'I14', min_n: { pairs: 6 } },
  { id: 'I15', min_n: { any: 5 } },
] as const;

export type InsightId = (typeof INSIGHTS)[number]['id'];
