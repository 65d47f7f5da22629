import type { BidEntry, Entry } from '../entry/entry-document';
import type { MarginDocument } from '../entry/margin-document';
import { isFieldId } from '../fields/all-fields';
import { refuse } from '../journal-refusal';
import { withoutForecasts } from '../stages/seal-stage';
import { sealOf } from '../stages/seals';
import { mergeAnswers } from './merge-answers';
import { mergeSeals, sealers } from './merge-seals';
import { mergeSets, mergeValues } from './same';

/**
 * Joins an edit with one that was saved meanwhile, never the last writer over the other: `base` is the revision both
 * started from (null when unknown: then all that differs is kept), `revision` the number under which the result will be
 * saved.
 */
export function mergeEntries(base: Entry | null, mine: Entry, theirs: Entry, revision: number): Entry {
  // An entry never changes its kind: an id that stands for two kinds is a fault of whoever stored it.
  if (mine.kind !== theirs.kind) refuse('malformed', { errors: [{ field: 'kind', code: 'invalid' }] });
  const common = {
    createdOn: mergeValues(base?.createdOn, mine.createdOn, theirs.createdOn),
    tags: mergeSets(base?.tags ?? [], mine.tags, theirs.tags),
  };
  if (mine.kind === 'bid' && theirs.kind === 'bid')
    return { ...mergeBids(base?.kind === 'bid' ? base : null, mine, theirs, revision), ...common };
  return { ...theirs, ...mergeAnswers(base, mine, theirs), ...common } as Entry;
}

function mergeBids(base: BidEntry | null, mine: BidEntry, theirs: BidEntry, revision: number): BidEntry {
  const covered = sealers(mine, theirs);
  const merged = mergeAnswers(base, mine, theirs, (field) =>
    isFieldId(field) ? (covered.get(sealOf(field) ?? '') ?? null) : null,
  );
  const seals = mergeSeals(base?.seals ?? [], mine.seals, theirs.seals, revision);
  const isForeseen = seals.some(({ seal, reopened }) => seal === 'forecast' && !reopened);
  const both: BidEntry = {
    ...theirs,
    fromMemory: !isForeseen && mergeValues(base?.fromMemory, mine.fromMemory, theirs.fromMemory),
    answers: merged.answers,
    besides: merged.besides,
    seals,
    hindsight: mergeSets(base?.hindsight ?? [], mine.hindsight, theirs.hindsight),
    reminders: {
      cold: mergeValues(base?.reminders.cold, mine.reminders.cold, theirs.reminders.cold),
      second_look: mergeValues(
        base?.reminders.second_look,
        mine.reminders.second_look,
        theirs.reminders.second_look,
      ),
    },
  };
  const ends = mergeValues(base?.missionEndsOn, mine.missionEndsOn, theirs.missionEndsOn);
  const { missionEndsOn: _theirs, ...rest } = both;
  const dated = ends === undefined ? rest : { ...rest, missionEndsOn: ends };
  return dated.fromMemory ? withoutForecasts(dated) : dated;
}

export function mergeMargins(
  base: MarginDocument | null,
  mine: MarginDocument,
  theirs: MarginDocument,
): MarginDocument {
  const asAnswers = ({ answers, note, besides }: MarginDocument) => ({
    answers: { ...answers, note },
    besides,
  });
  const { answers, besides } = mergeAnswers(base && asAnswers(base), asAnswers(mine), asAnswers(theirs));
  const { note = '', ...others } = answers as { note?: string };
  return { ...theirs, answers: others, note, besides };
}
