import type { Bid } from './bid';
import type { BidEntry } from './entry/entry-document';
import { sealingOf } from './stages/seal-stage';

/**
 * What the insights read of an entry. `sealedIn` opens the revision that a forecast was sealed in: figures of foresight
 * come from there and from nowhere else.
 */
export function asBid(
  entry: BidEntry,
  sealedIn: (revision: number) => BidEntry | undefined = () => entry,
): Bid {
  const sealing = sealingOf(entry, 'forecast');
  const sealed = (sealing && sealedIn(sealing.revision)?.answers) ?? entry.answers;
  const { answers } = entry;
  return {
    outcome: answers.outcome ?? null,
    outcomeDate: answers.outcome_date ?? null,
    stance: sealed.stance ?? null,
    fee: answers.fee ?? null,
    pWin: sealed.p_win ?? null,
    pWinOther: sealed.p_win_other ?? null,
    pEffect: sealed.p_effect ?? null,
    forecastSealedOn: sealing?.on ?? null,
    fromMemory: entry.fromMemory,
    createdOn: entry.createdOn,
    answers,
  };
}
