import type { Bid } from '../bid';
import { yearBefore } from '../dates';
import { betaInterval } from '../statistics/beta-interval';
import { sum } from '../statistics/chances';
import type { Interval } from '../statistics/wilson';
import { LOCI, lociOf, type Locus } from './loci';
import { minimumOf, missing } from './minimum';

/** I11b, "fit rather than merit": where causes were put, with 90 % intervals of a Dirichlet posterior. */
export interface FitRatherThanMerit {
  readonly count: number;
  readonly shares: LocusShares | null;
  readonly missing: number;
  /** The last twelve months and before, once both have enough. */
  readonly trend: { readonly recent: LocusShares; readonly before: LocusShares } | null;
  readonly missingRecent: number;
  readonly missingBefore: number;
}

export type LocusShares = Readonly<Record<Locus, { readonly share: number } & Interval>>;

export function fitRatherThanMerit(bids: readonly Bid[], today: string): FitRatherThanMerit {
  const all = bids.flatMap((bid) => {
    const loci = lociOf(bid);
    return loci ? [{ loci, on: bid.outcomeDate ?? bid.createdOn }] : [];
  });
  const since = yearBefore(today);
  const [recent, before] = [all.filter(({ on }) => on > since), all.filter(({ on }) => on <= since)];
  const least = minimumOf('I11b');
  const lacking = missing(least.any, all.length);
  const [missingRecent, missingBefore] = [recent, before].map(({ length }) =>
    missing(least.trend_each, length),
  );
  const of = (some: typeof all) => posteriorShares(some.map(({ loci }) => loci));
  return {
    count: all.length,
    shares: lacking === 0 ? of(all) : null,
    missing: lacking,
    trend: missingRecent === 0 && missingBefore === 0 ? { recent: of(recent), before: of(before) } : null,
    missingRecent: missingRecent ?? 0,
    missingBefore: missingBefore ?? 0,
  };
}

/** Dirichlet with ½ for each place, to which every bid adds its shares; one place alone is a Beta. */
export function posteriorShares(all: readonly Readonly<Record<Locus, number>>[]): LocusShares {
  const weights = LOCI.map((locus) => 0.5 + sum(all.map((shares) => shares[locus])));
  const total = sum(weights);
  const shares = LOCI.map((locus, at) => {
    const weight = weights[at] ?? 0;
    return [locus, { share: weight / total, ...betaInterval(weight, total - weight) }];
  });
  return Object.fromEntries(shares) as Record<Locus, { share: number } & Interval>;
}
