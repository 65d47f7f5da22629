import { type Bid, countWon, type Stance, wasForeseen } from '../bid';
import { drawBeta } from '../statistics/draw-beta';
import { seeded } from '../statistics/seeded';
import { minimumOf } from './minimum';

const EACH_GROUP = minimumOf('I5').each_group;
const DRAWS = 20_000;
const WIDENED: readonly (Stance | null)[] = ['widened_steps', 'widened_open'];

export interface Group {
  readonly won: number;
  readonly lost: number;
}

/** I5, "as asked or widened: being chosen". */
export interface AskedOrWidened {
  readonly asked: Group;
  readonly widened: Group;
  readonly questioned: Group;
  /** Null until both groups have eight decisions. */
  readonly compared: Compared | null;
  readonly missingAsked: number;
  readonly missingWidened: number;
}

export interface Compared {
  /** That answering as asked is chosen more often. */
  readonly probability: number;
  /** 90 % of the difference of the two shares lie in it, from -1 to 1. */
  readonly difference: { readonly low: number; readonly high: number };
  readonly verdict: 'asked' | 'widened' | 'undecided';
}

export function askedOrWidened(bids: readonly Bid[]): AskedOrWidened {
  const of = (belongs: (stance: Stance | null) => boolean) =>
    countWon(bids.filter((bid) => wasForeseen(bid) && belongs(bid.stance)));
  const asked = of((stance) => stance === 'as_asked');
  const widened = of((stance) => WIDENED.includes(stance));
  const questioned = of((stance) => stance === 'questioned');
  const missing = ({ decided }: { decided: number }) => Math.max(0, EACH_GROUP - decided);
  const isEnough = missing(asked) === 0 && missing(widened) === 0;
  return {
    asked: { won: asked.won, lost: asked.lost },
    widened: { won: widened.won, lost: widened.lost },
    questioned: { won: questioned.won, lost: questioned.lost },
    compared: isEnough ? compareGroups(asked, widened) : null,
    missingAsked: missing(asked),
    missingWidened: missing(widened),
  };
}

/** Seeded with the counts themselves: the same bids give the same figure on every device. */
export function compareGroups(one: Group, other: Group): Compared {
  const uniform = seeded(`asked-or-widened ${one.won}/${one.lost} ${other.won}/${other.lost}`);
  const differences = new Float64Array(DRAWS);
  let above = 0;
  for (let at = 0; at < DRAWS; at++) {
    const difference = drawBeta(one.won, one.lost, uniform) - drawBeta(other.won, other.lost, uniform);
    differences[at] = difference;
    if (difference > 0) above++;
  }
  differences.sort();
  const probability = above / DRAWS;
  return {
    probability,
    difference: {
      low: differences[DRAWS * 0.05] ?? Number.NaN,
      high: differences[DRAWS * 0.95 - 1] ?? Number.NaN,
    },
    verdict: probability > 0.9 ? 'asked' : probability < 0.1 ? 'widened' : 'undecided',
  };
}
