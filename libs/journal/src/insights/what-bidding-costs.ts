import type { Bid } from '../bid';
import { sum } from '../statistics/chances';
import { type Quartiles, quartiles } from '../statistics/quartiles';
import { minimumOf, missing } from './minimum';

const SHOWN = ['won', 'lost', 'no_decision'] as const;

/** I13, "what bidding costs", in hours; never turned into money. */
export interface WhatBiddingCosts {
  readonly rows: readonly {
    readonly outcome: (typeof SHOWN)[number];
    readonly count: number;
    readonly hours: Quartiles | null;
    readonly missing: number;
  }[];
  /** All hours of bids that were decided, by won bid; null until there are enough won ones. */
  readonly hoursPerWon: number | null;
}

export function whatBiddingCosts(bids: readonly Bid[]): WhatBiddingCosts {
  const least = minimumOf('I13').each;
  const rows = SHOWN.map((outcome) => {
    const hours = hoursOf(bids.filter((bid) => bid.outcome === outcome));
    const lacking = missing(least, hours.length);
    return { outcome, count: hours.length, hours: lacking === 0 ? quartiles(hours) : null, missing: lacking };
  });
  const won = rows[0]?.count ?? 0;
  const all = hoursOf(bids.filter(({ outcome }) => outcome !== null));
  return { rows, hoursPerWon: won >= least ? sum(all) / won : null };
}

function hoursOf(bids: readonly Bid[]): number[] {
  return bids.flatMap(({ answers }) => answers.hours_bid ?? []);
}
