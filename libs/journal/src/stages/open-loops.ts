import type { BidEntry } from '../entry/entry-document';
import { addDays } from '../dates';
import type { Stored } from '../finding/stored';

const OPEN_AFTER_DAYS = 60;

/** Decided sixty days ago and not laid down: it still occupies somebody, or nobody looked. */
export function isOpenLoop(
  outcome: unknown,
  decidedOn: string | null | undefined,
  closed: string | undefined,
  today: string,
): boolean {
  const isDecided = outcome !== null && outcome !== undefined && !!decidedOn;
  return isDecided && decidedOn <= addDays(today, -OPEN_AFTER_DAYS) && closed !== 'closed';
}

/** Loops to be taken up or laid down, the oldest first; never those of the fictitious journal. */
export function openLoopsOf(all: readonly Stored[], today: string): readonly Stored<BidEntry>[] {
  return all
    .filter((stored): stored is Stored<BidEntry> => stored.entry.kind === 'bid' && !stored.entry.demo)
    .filter(({ entry: { answers } }) =>
      isOpenLoop(answers.outcome, answers.outcome_date, answers.closed, today),
    )
    .toSorted(({ entry: one }, { entry: other }) =>
      (one.answers.outcome_date ?? '') < (other.answers.outcome_date ?? '') ? -1 : 1,
    );
}
