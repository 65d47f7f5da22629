import type { Answers } from '../entry/answers';
import type { BidEntry } from '../entry/entry-document';
import { startBid } from '../entry/start-entry';
import { sealStage } from '../stages/seal-stage';

export const BEFORE = {
  alias: 'Tilleul',
  source: 'referral_client',
  brief_verbatim: 'Créer la confiance dans l’équipe.',
  ethics_reserve: 3,
  ethics_autonomy: 2,
  ethics_parity: 3,
  stance: 'widened_steps',
  alliance_pre: { goal: 5, way: 4, trust: 6 },
  p_win: 40,
  p_effect: 60,
  attachment: 6,
} as const satisfies Answers;

export const AFTER = {
  camera: 'Un appel de six minutes.',
  attribution: { too_early: 60, unknown: 40 },
  fit_reframe: 'Le but s’accordait, le rythme non.',
  well_done: 'J’ai dit la contradiction.',
  experiment: { when: 'on me demande un programme', then: 'je demande à qui il servira' },
} as const satisfies Answers;

/** All that sealing a forecast needs, on the 1st of March 2026. */
export function aBidEntry(answers: Answers = {}): BidEntry {
  return { ...startBid('2026-03-01', 2), answers: { ...BEFORE, ...answers } };
}

/** Sealed in revision 2 on the 1st of March, decided on the 10th. */
export function aDecidedEntry(
  outcome: NonNullable<Answers['outcome']> = 'lost',
  more: Answers = {},
): BidEntry {
  const sealed = sealStage(aBidEntry(), 'forecast', { revision: 2, on: '2026-03-01' });
  return { ...sealed, answers: { ...sealed.answers, outcome, outcome_date: '2026-03-10', ...more } };
}
