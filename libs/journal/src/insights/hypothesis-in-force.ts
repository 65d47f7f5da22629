import type { HypothesisEntry } from '../entry/entry-document';
import type { Stored } from '../finding/stored';

/**
 * Hypotheses that were not ended, the one that counts first. Two devices that were apart may each have declared one:
 * every device then counts the earlier, and shows the other so that it can be ended.
 */
export function hypothesesInForce(all: readonly Stored[]): readonly Stored<HypothesisEntry>[] {
  return hypotheses(all)
    .filter(({ entry }) => entry.answers.endedOn === undefined)
    .toSorted((one, other) => compare(keyOf(one), keyOf(other)));
}

/** Those that were ended, the latest first. */
export function hypothesesEnded(all: readonly Stored[]): readonly Stored<HypothesisEntry>[] {
  return hypotheses(all)
    .filter(({ entry }) => entry.answers.endedOn !== undefined)
    .toSorted((one, other) => compare(keyOf(other), keyOf(one)));
}

function hypotheses(all: readonly Stored[]): readonly Stored<HypothesisEntry>[] {
  return all.filter((stored): stored is Stored<HypothesisEntry> => stored.entry.kind === 'hypothesis');
}

function keyOf({ id, entry }: Stored<HypothesisEntry>): string {
  return `${entry.answers.declaredOn} ${id}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
