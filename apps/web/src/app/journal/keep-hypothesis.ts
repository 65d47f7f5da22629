import {
  declareHypothesis,
  endHypothesis,
  hypothesesInForce,
  type HypothesisSignal,
  type Stored,
} from '@visavis/journal';
import { changeEntry } from './change-entry';
import { today } from './today';
import type { JournalVault } from './vault/journal-vault';

export interface HypothesisWish {
  readonly signal: HypothesisSignal;
  readonly value?: string;
}

/** Everything that opens, under its id. */
export function readable(vault: Pick<JournalVault, 'entries'>): readonly Stored[] {
  return vault.entries().flatMap(({ id, entry }): Stored[] => (entry ? [{ id, entry }] : []));
}

/** Declares it, sealed like every entry, also offline. Whatever it takes the place of is ended first. */
export async function declareInstead(
  vault: JournalVault,
  ended: readonly string[],
  wish: HypothesisWish,
): Promise<void> {
  const others = hypothesesInForce(readable(vault)).filter(({ id }) => !ended.includes(id));
  const document = declareHypothesis(
    others.map(({ entry }) => entry),
    wish,
    today(),
  );
  for (const id of ended) await endNow(vault, id);
  await vault.save({ kind: 'entry', id: crypto.randomUUID(), document });
}

export async function endNow(vault: JournalVault, id: string): Promise<void> {
  await changeEntry(vault, id, (entry) =>
    entry.kind === 'hypothesis' && entry.answers.endedOn === undefined
      ? endHypothesis(entry, today())
      : entry,
  );
}
