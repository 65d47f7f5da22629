import type { BidEntry, Sealing } from '../entry/entry-document';
import { SEALS } from '../stages/seals';
import { isSame } from './same';

type Seals = readonly Sealing[];

const liveOf = (seals: Seals, seal: string) => seals.findLast((each) => each.seal === seal && !each.reopened);

/**
 * Seals of both sides. One that was set here and never saved is bound to the revision that is about to be, since its own
 * number went to somebody else's; where both sides sealed the same, the saved one holds.
 */
export function mergeSeals(base: Seals, mine: Seals, theirs: Seals, revision: number): Seals {
  const isReopened = (each: Sealing) =>
    [...mine, ...theirs].some((other) => other.reopened && isSame({ ...other, reopened: undefined }, each));
  const saved = theirs.map((each) =>
    !each.reopened && isReopened(each) ? { ...each, reopened: true } : each,
  );
  const unsaved = mine.filter((each) => {
    const { reopened: _reopened, ...set } = each;
    return ![...base, ...theirs].some((other) => isSame({ ...other, reopened: undefined }, set));
  });
  const bound = unsaved
    .filter((each) => each.reopened || !liveOf(saved, each.seal))
    .map((each) => ({ ...each, revision }));
  return [...saved, ...bound];
}

/**
 * For each seal in force: the side whose text it covers, the saved one where both set it. One that the other side
 * reopened covers nothing.
 */
export function sealers(mine: BidEntry, theirs: BidEntry): ReadonlyMap<string, 'mine' | 'theirs'> {
  const sides = SEALS.flatMap((seal): [string, 'mine' | 'theirs'][] => {
    const [here, there] = [liveOf(mine.seals, seal), liveOf(theirs.seals, seal)];
    if (there && !isReopened(there, mine.seals)) return [[seal, 'theirs']];
    return here && !isReopened(here, theirs.seals) ? [[seal, 'mine']] : [];
  });
  return new Map(sides);
}

function isReopened(sealing: Sealing, there: Seals): boolean {
  return there.some((other) => other.reopened && isSame({ ...other, reopened: undefined }, sealing));
}
