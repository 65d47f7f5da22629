import { addDays } from '../dates';
import type { BidEntry, FreeEntry } from './entry-document';
import { JOURNAL_FORMAT, MARGIN_FORMAT } from './formats';
import type { MarginDocument } from './margin-document';

function blank(createdOn: string) {
  return { format: JOURNAL_FORMAT, createdOn, tags: [], besides: [] } as const;
}

/** A bid that will be followed from now on; `open` is how many others are open, for "how many other opportunities". */
export function startBid(today: string, open: number): BidEntry {
  return {
    ...blank(today),
    kind: 'bid',
    fromMemory: false,
    answers: { open_bids_now: open },
    seals: [],
    hindsight: [],
    reminders: { cold: false, second_look: false },
  };
}

/** A bid entered after its decision. */
export function startPastBid(today: string): BidEntry {
  return { ...startBid(today, 0), fromMemory: true, answers: {} };
}

export function startFree(today: string): FreeEntry {
  return { ...blank(today), kind: 'free', answers: { date: today } };
}

export function startMargin(entryId: string): MarginDocument {
  return { format: MARGIN_FORMAT, of: entryId, answers: {}, note: '', besides: [] };
}

/** A trial is looked at again a month later unless the coach says otherwise. */
export function proposedCheckDate(today: string): string {
  return addDays(today, 30);
}
