import type { Entry } from '../entry/entry-document';
import { nextStep, type Step } from '../stages/next-step';
import type { Stored } from './stored';
import { dateOf } from './title-of';

/** All that is said must hold; of one list any. */
export interface EntryFilter {
  readonly kinds?: readonly Entry['kind'][];
  /** `open`: no outcome yet. */
  readonly outcomes?: readonly string[];
  readonly stances?: readonly string[];
  readonly sources?: readonly string[];
  readonly steps?: readonly Step[];
  readonly tags?: readonly string[];
  readonly fromMemory?: boolean;
  /** Dates, both included. */
  readonly from?: string;
  readonly to?: string;
}

export function filterEntries<Each extends Stored>(
  all: readonly Each[],
  filter: EntryFilter,
): readonly Each[] {
  return all.filter(({ entry }) => suits(entry, filter));
}

function suits(entry: Entry, filter: EntryFilter): boolean {
  const isIn = (wanted: readonly string[] | undefined, has: string | undefined) =>
    !wanted || wanted.length === 0 || (has !== undefined && wanted.includes(has));
  const bid = entry.kind === 'bid' ? entry : undefined;
  const { outcome, stance, source } = bid?.answers ?? {};
  const date = dateOf(entry);
  return (
    isIn(filter.kinds, entry.kind) &&
    isIn(filter.outcomes, bid && (outcome ?? 'open')) &&
    isIn(filter.stances, stance) &&
    isIn(filter.sources, source) &&
    isIn(filter.steps, bid && nextStep(bid).step) &&
    (!filter.tags?.length || entry.tags.some((tag) => filter.tags?.includes(tag))) &&
    (filter.fromMemory === undefined || bid?.fromMemory === filter.fromMemory) &&
    date >= (filter.from ?? '') &&
    date <= (filter.to ?? '9999')
  );
}
