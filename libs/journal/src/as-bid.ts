import type { Bid } from './bid';
import type { Answers } from './entry/answers';
import type { BidEntry } from './entry/entry-document';
import { BID_FIELDS } from './fields/all-fields';
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
  const answers = sealed ? { ...knownSince(entry.answers), ...foreseenIn(sealed) } : entry.answers;
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

const FORESEEN: ReadonlySet<string> = new Set(
  BID_FIELDS.map(({ id }) => id).filter((id) => sealOf(id) === 'forecast'),
);

function foreseenIn(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => FORESEEN.has(id)));
}

function knownSince(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !FORESEEN.has(id)));
}
