import type { Bid } from '../bid';
import { isOpenLoop } from '../stages/open-loops';
import { median } from '../statistics/chances';
import { type Kendall, kendall } from '../statistics/kendall';
import { minimumOf, missing } from './minimum';

/** I12, "focus without clinging": observed, not graded. */
export interface WithoutClinging {
  /** By how many bids were open besides: 0 or 1, 2 or 3, 4 and more. */
  readonly bands: readonly {
    readonly from: number;
    readonly count: number;
    readonly median: number | null;
  }[];
  readonly dots: readonly (readonly [openBids: number, attachment: number])[];
  readonly kendall: Kendall | null;
  readonly missing: number;
  /** Places, in the list handed in, of bids decided sixty days ago and not laid down. */
  readonly openLoops: readonly number[];
}

export function withoutClinging(bids: readonly Bid[], today: string): WithoutClinging {
  const dots = bids.flatMap(({ answers: { open_bids_now: open, attachment } }) =>
    open === undefined || attachment === undefined ? [] : [[open, attachment] as const],
  );
  const lacking = missing(minimumOf('I12').tau, dots.length);
  return {
    bands: [0, 2, 4].map((from) => {
      const inBand = dots.filter(([open]) => open >= from && (from === 4 || open < from + 2));
      const count = inBand.length;
      return { from, count, median: count === 0 ? null : median(inBand.map(([, attachment]) => attachment)) };
    }),
    dots,
    kendall: lacking === 0 ? kendall(dots) : null,
    missing: lacking,
    openLoops: bids.flatMap(({ outcome, outcomeDate, answers }, at) =>
      isOpenLoop(outcome, outcomeDate, answers.closed, today) ? [at] : [],
    ),
  };
}
