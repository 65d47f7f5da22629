import type { Bid } from '../bid';
import { bootstrap, sideOfZero } from '../statistics/bootstrap';
import { sum } from '../statistics/chances';
import type { Interval } from '../statistics/wilson';
import { LOCI, lociOf, type Locus } from './loci';
import { minimumOf, missing } from './minimum';

type Shares = Readonly<Record<Locus, number>>;

/** I7, "where I put the cause: losses and wins". */
export interface WhereIPutTheCause {
  readonly lost: { readonly count: number; readonly shares: Shares | null };
  readonly won: { readonly count: number; readonly shares: Shares | null };
  /** Own share after wins less own share after losses: above zero serves the self, as it does for most people. */
  readonly index: number | null;
  readonly interval: Interval | null;
  readonly verdict: 'self-serving' | 'self-blaming' | 'undecided' | null;
  readonly missingLost: number;
  readonly missingWon: number;
}

export function whereIPutTheCause(bids: readonly Bid[]): WhereIPutTheCause {
  const of = (outcome: 'lost' | 'won') =>
    bids.filter((bid) => bid.outcome === outcome).flatMap((bid) => lociOf(bid) ?? []);
  const [lost, won] = [of('lost'), of('won')];
  const least = minimumOf('I7');
  const [missingLost, missingWon] = [missing(least.lost, lost.length), missing(least.won, won.length)];
  const shown = {
    lost: { count: lost.length, shares: meanShares(lost) },
    won: { count: won.length, shares: meanShares(won) },
    missingLost,
    missingWon,
  };
  if (missingLost > 0 || missingWon > 0) return { ...shown, index: null, interval: null, verdict: null };
  return {
    ...shown,
    ...compareOwnShares(
      won.map(({ self }) => self),
      lost.map(({ self }) => self),
    ),
  };
}

const VERDICTS = { above: 'self-serving', below: 'self-blaming', neither: 'undecided' } as const;

/** Own shares of 0 to 1 after wins and after losses. */
export function compareOwnShares(won: readonly number[], lost: readonly number[]) {
  const groups = [won, lost].map((shares) => shares.toSorted((one, other) => one - other));
  const interval = bootstrap(
    `own-share ${groups.map((group) => group.join(' ')).join(' / ')}`,
    groups.map((group) => group.map((share) => [share])),
    ([one, other]) => (one?.[0] ?? 0) / won.length - (other?.[0] ?? 0) / lost.length,
  );
  return {
    index: mean(groups[0] ?? []) - mean(groups[1] ?? []),
    interval,
    verdict: VERDICTS[sideOfZero(interval)],
  } as const;
}

export function meanShares(all: readonly Shares[]): Shares | null {
  if (all.length === 0) return null;
  const means = LOCI.map((locus) => [locus, mean(all.map((shares) => shares[locus]))]);
  return Object.fromEntries(means) as Record<Locus, number>;
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
