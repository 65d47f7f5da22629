import type { ContractContent } from '../contract-content';
import { CLAUSES, type Clause } from '../words';
import { plainText } from './plain-text';
import { renderClauses } from './render-clauses';

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

/** The clauses that read differently in two versions, in the order of the document. */
export function clauseDifferences(
  before: ContractContent,
  after: ContractContent,
  diffWords: WordDiff,
): ClauseDifference[] {
  const old = new Map(renderClauses(before).map((clause) => [clause.id, clause]));
  const now = new Map(renderClauses(after).map((clause) => [clause.id, clause]));
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
