import type { Bid } from './bid';
import type { Answers } from './entry/answers';
import type { BidEntry } from './entry/entry-document';
import { isFieldId } from './fields/all-fields';
import { sealingOf } from './stages/seal-stage';
import { sealOf } from './stages/seals';

/**
 * What the insights read of an entry. `sealedIn` opens the revision that a forecast was sealed in: everything said
 * before the decision comes from there and from nowhere else. Where it cannot be opened, nothing was foreseen.
 */
export function asBid(
  entry: BidEntry,
  sealedIn: (revision: number) => BidEntry | undefined = () => entry,
): Bid {
  const sealing = sealingOf(entry, 'forecast');
  const sealed = sealing && sealedIn(sealing.revision)?.answers;
  const answers = sealed ? { ...only(entry.answers, false), ...only(sealed, true) } : entry.answers;
  return {
    outcome: answers.outcome ?? null,
    outcomeDate: answers.outcome_date ?? null,
    stance: answers.stance ?? null,
    fee: answers.fee ?? null,
    pWin: answers.p_win ?? null,
    pWinOther: answers.p_win_other ?? null,
    pEffect: answers.p_effect ?? null,
    forecastSealedOn: sealed ? sealing.on : null,
    fromMemory: entry.fromMemory,
    createdOn: entry.createdOn,
    answers,
  };
}

function only(answers: Answers, foreseen: boolean): Answers {
  const isForeseen = (id: string) => isFieldId(id) && sealOf(id) === 'forecast';
  return Object.fromEntries(Object.entries(answers).filter(([id]) => isForeseen(id) === foreseen));
}
