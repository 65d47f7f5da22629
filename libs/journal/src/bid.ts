import type { Answers } from './entry/answers';

export const OUTCOMES = ['won', 'lost', 'no_decision', 'withdrawn', 'declined'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const STANCES = ['as_asked', 'widened_steps', 'widened_open', 'questioned', 'declined'] as const;
export type Stance = (typeof STANCES)[number];

/** What the insights read of an entry about a bid. Dates are `YYYY-MM-DD`, chances whole percent. */
export interface Bid {
  readonly outcome: Outcome | null;
  readonly outcomeDate: string | null;
  readonly stance: Stance | null;
  readonly fee: number | null;
  readonly pWin: number | null;
  readonly pWinOther: number | null;
  readonly pEffect: number | null;
  /** Of the revision the forecast was sealed in. */
  readonly forecastSealedOn: string | null;
  /** Entered after the decision: there is no forecast, and no stance that hindsight has not touched. */
  readonly fromMemory: boolean;
  readonly createdOn: string;
  /** Everything else that was answered. */
  readonly answers: Answers;
}

export function isDecided(bid: Bid): bid is Bid & { readonly outcome: 'won' | 'lost' } {
  return bid.outcome === 'won' || bid.outcome === 'lost';
}

/** A forecast made, or a stance stated, after the outcome says nothing about foresight. */
export function wasForeseen(bid: Bid): boolean {
  if (bid.fromMemory || bid.forecastSealedOn === null) return false;
  return bid.outcomeDate === null || bid.forecastSealedOn <= bid.outcomeDate;
}

export function countWon(bids: readonly Bid[]): {
  readonly won: number;
  readonly lost: number;
  readonly decided: number;
} {
  const decided = bids.filter(isDecided);
  const won = decided.filter(({ outcome }) => outcome === 'won').length;
  return { won, lost: decided.length - won, decided: decided.length };
}
