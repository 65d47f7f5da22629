import { addDays } from '../dates';
import type { Answers } from '../entry/answers';
import type { BidEntry } from '../entry/entry-document';
import { startBid } from '../entry/start-entry';
import { sealStage } from '../stages/seal-stage';
import type { DemoRow } from './demo-row';

const DAYS_TO_DECIDE = 20;

/** Forty fictitious bids around `today`, the oldest first: every insight has enough of them. Made by the rules themselves. */
export function demoJournal(rows: readonly DemoRow[], today: string): readonly BidEntry[] {
  const sorted = rows.toSorted((one, other) => other.daysAgo - one.daysAgo);
  return sorted.map((row, at) => demoEntry(row, at, today));
}

function demoEntry(row: DemoRow, at: number, today: string): BidEntry {
  const known = addDays(today, -row.daysAgo);
  const begun = row.outcome ? addDays(known, -DAYS_TO_DECIDE) : known;
  const started: BidEntry = {
    ...startBid(begun, 0),
    demo: true,
    tags: ['exemple'],
    answers: before(row, at),
  };
  if (row.outcome === 'declined')
    return {
      ...started,
      answers: { ...withoutForecasts(started.answers), outcome: 'declined', outcome_date: known },
    };
  const sealed = sealStage(started, 'forecast', { revision: 2, on: begun });
  if (!row.outcome) return sealed;
  const decided = { ...sealed, answers: { ...sealed.answers, ...decision(row, at, known) } };
  const reasoned = sealStage(decided, 'own_reason', { revision: 3, on: known });
  if (!row.fit) return reasoned;
  const begunMission =
    row.outcome === 'won' ? sealStage(reasoned, 'kickoff', { revision: 4, on: known }) : reasoned;
  const cold = sealStage(begunMission, 'cold', { revision: 5, on: addDays(known, 8) });
  const followed = row.outcome === 'won' && row.daysAgo > 150 ? { effects_observed: observed(at) } : {};
  return { ...cold, answers: { ...cold.answers, ...followed } };
}

function before({ alias, source, stance, pWin, pEffect, fee, brief }: DemoRow, at: number): Answers {
  const natures = ['fertile', 'sterile', 'unknown'] as const;
  return {
    alias,
    source,
    stance,
    fee,
    brief_verbatim: brief,
    hours_bid: 3 + ((at * 5) % 12),
    open_bids_now: at % 6,
    ethics_reserve: ([1, 3, 2, 4, 3] as const)[at % 5] ?? 2,
    ethics_autonomy: ([2, 1, 3, 3] as const)[at % 4] ?? 2,
    ethics_parity: ([3, 2, 1, 4, 3, 2, 3] as const)[at % 7] ?? 2,
    alliance_pre: { goal: 3 + (at % 4), way: 2 + (at % 5), trust: 3 + ((at * 2) % 5) },
    p_win: pWin,
    p_effect: pEffect,
    p_win_other: Math.min(95, Math.max(5, stance === 'as_asked' ? pWin - 20 : pWin + 15)),
    attachment: Math.max(1, 8 - (at % 6) + (at % 3) - 1),
    money_pressure: (at * 3) % 9,
    ...(at % 3 === 0 && {
      contradictions: [
        { a: 'demander la confiance', b: 'tout contrôler', nature: natures[at % 2] ?? 'unknown' },
      ],
    }),
  };
}

function decision(row: DemoRow, at: number, known: string): Answers {
  const reasons = [
    'price',
    'fit_person',
    'understanding',
    'trust_alliance',
    'timing_budget',
    'network',
  ] as const;
  const own = reasons[at % 6] ?? 'unknown';
  const heard = at % 2 === 0;
  const { outcome, camera, fit, wellDone, trial } = row;
  const due = addDays(known, 40);
  return {
    ...(outcome && { outcome }),
    outcome_date: known,
    my_guess_reason: own,
    ...(heard && {
      client_reason_code: at % 4 === 0 ? own : (reasons[(at + 2) % 6] ?? 'unknown'),
      reason_source: at % 8 === 0 ? 'written' : 'spoken',
    }),
    ...(camera && { camera }),
    ...(fit &&
      wellDone &&
      trial && {
        fit_reframe: fit,
        well_done: wellDone,
        attribution: attribution(outcome === 'won', at),
        experiment: { when: trial[0], then: trial[1], check_date: due },
        closed: at % 7 === 0 ? 'closing' : 'closed',
        ...(row.daysAgo > 60 && {
          experiment_done:
            (['done_useful', 'done_not', 'not_yet', 'done_useful', 'dropped'] as const)[at % 5] ?? 'not_yet',
        }),
      }),
    ...(outcome === 'won' && {
      effects_intended: [
        {
          effect: 'On se parle avant la réunion',
          sign: 'Les ordres du jour raccourcissent',
          asked_or_widened: 'asked',
        },
        {
          effect: 'Les désaccords se disent',
          sign: 'Une décision est rediscutée ouvertement',
          asked_or_widened: 'widened',
        },
      ],
    }),
  };
}

/** A little more of oneself after a win than after a loss, as for most people. */
function attribution(isWon: boolean, at: number): NonNullable<Answers['attribution']> {
  const own = (isWon ? 40 : 20) + (at % 4) * 5;
  return { too_early: own, alliance: 15, circumstances: 10, not_ready: 10, unknown: 65 - own };
}

function observed(at: number): NonNullable<Answers['effects_observed']> {
  return [
    {
      effect_ref: 0,
      level: at % 4 === 0 ? 2 : 3,
      when: 'end',
      seen_by: at % 3 === 0 ? ['me'] : ['me', 'prescriber'],
    },
    { effect_ref: 1, level: at % 3 === 0 ? 1 : 4, when: 'plus_6_months', seen_by: ['beneficiary'] },
  ];
}

function withoutForecasts({
  p_win: _win,
  p_win_other: _other,
  p_effect: _effect,
  ...answers
}: Answers): Answers {
  return answers;
}
