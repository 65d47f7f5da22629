import { type Bid, countWon, type Outcome } from '../bid';
import { type Interval, wilson } from '../statistics/wilson';
import { minimumOf } from './minimum';

const { interval: FOR_INTERVAL, sentence: FOR_SENTENCE } = minimumOf('I1');

/** I1, "my share of won bids". Counts always; `missing` says how many decisions until more can be said. */
export interface ShareOfWon {
  readonly won: number;
  readonly decided: number;
  readonly apart: Readonly<Record<Exclude<Outcome, 'won' | 'lost'>, number>>;
  readonly interval: Interval | null;
  /** From 0 to 1; no percentage is made of fewer than ten bids. */
  readonly share: number | null;
  readonly missing: number;
}

export function shareOfWon(bids: readonly Bid[]): ShareOfWon {
  const { won, decided } = countWon(bids);
  const count = (outcome: Outcome) => bids.filter((bid) => bid.outcome === outcome).length;
  return {
    won,
    decided,
    apart: {
      no_decision: count('no_decision'),
      withdrawn: count('withdrawn'),
      declined: count('declined'),
    },
    interval: decided >= FOR_INTERVAL ? wilson(won, decided) : null,
    share: decided >= FOR_SENTENCE ? won / decided : null,
    missing: Math.max(0, (decided < FOR_INTERVAL ? FOR_INTERVAL : FOR_SENTENCE) - decided),
  };
}
