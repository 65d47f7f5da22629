import { CLAUSES, type Clause } from '../words';
import { plainText } from './plain-text';
import type { RenderedClause } from './render-clauses';

/** Compares two texts word by word, white space included: `diffWordsWithSpace` of the package `diff` fits. */
export type WordDiff = (
  before: string,
  after: string,
) => readonly { readonly value: string; readonly added?: boolean; readonly removed?: boolean }[];

export interface ClauseDifference {
  readonly clause: Clause;
  readonly title: string;
  /** Markdown; empty when the clause is new or gone. */
  readonly before: string;
  readonly after: string;
  /** Of the text without marks. Without `added` it reads as before, without `removed` as after. */
  readonly changes: readonly { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }[];
}

/**
 * The clauses that read differently in two versions, in the order of the document.
 * @param before,after as they were frozen: a later release must not reword what was signed
 */
export function clauseDifferences(
  before: readonly RenderedClause[],
  after: readonly RenderedClause[],
  diffWords: WordDiff,
): ClauseDifference[] {
  const old = new Map(before.map((clause) => [clause.id, clause]));
  const now = new Map(after.map((clause) => [clause.id, clause]));
  return CLAUSES.flatMap((clause) => {
    const title = now.get(clause)?.title ?? old.get(clause)?.title ?? '';
    const from = old.get(clause)?.markdown ?? '';
    const to = now.get(clause)?.markdown ?? '';
    if (from === to) return [];
    const changes = diffWords(plainText(from), plainText(to)).map(({ value, added, removed }) => ({
      kind: added ? ('added' as const) : removed ? ('removed' as const) : ('same' as const),
      text: value,
    }));
    return [{ clause, title, before: from, after: to, changes }];
  });
}
