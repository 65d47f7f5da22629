import { type Bid, countWon, wasForeseen } from '../bid';
import { type Interval, wilson } from '../statistics/wilson';
import { minimumOf, missing } from './minimum';
import { missionOf } from './mission';

/** The worst first: a bid counts once, under the worst it was said to hold. */
export const NATURES = ['sterile', 'unknown', 'fertile', 'none'] as const;
export type Nature = (typeof NATURES)[number];

/** I10, "fertile or sterile contradictions", as judged before the outcome. */
export interface ContradictionRow {
  readonly nature: Nature;
  readonly won: number;
  readonly lost: number;
  readonly noDecision: number;
  readonly interval: Interval | null;
  /** Intended effects of won missions that were followed up, and those reached. */
  readonly intended: number;
  readonly reached: number;
  readonly missing: number;
}

export function contradictionsJudged(bids: readonly Bid[]): readonly ContradictionRow[] {
  const foreseen = bids.filter(wasForeseen);
  return NATURES.map((nature) =>
    rowOf(
      nature,
      foreseen.filter((bid) => natureOf(bid) === nature),
    ),
  );
}

function rowOf(nature: Nature, bids: readonly Bid[]): ContradictionRow {
  const { won, lost, decided } = countWon(bids);
  const missions = bids.map(missionOf).filter((mission) => mission !== null);
  const lacking = missing(minimumOf('I10').each_row, decided);
  return {
    nature,
    won,
    lost,
    noDecision: bids.filter(({ outcome }) => outcome === 'no_decision').length,
    interval: lacking === 0 ? wilson(won, decided) : null,
    intended: missions.reduce((total, { intended }) => total + intended, 0),
    reached: missions.reduce((total, { reached }) => total + reached, 0),
    missing: lacking,
  };
}

function natureOf({ answers: { contradictions = [] } }: Bid): Nature {
  const named = contradictions.map(({ nature = 'unknown' }) => nature);
  return NATURES.find((nature) => named.some((each) => each === nature)) ?? 'none';
}
