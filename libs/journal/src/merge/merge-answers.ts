import { isEmpty } from '../entry/answers';
import { isSame, mergeSets } from './same';

export interface Beside {
  readonly field: string;
  readonly value: unknown;
}

interface Side {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly besides: readonly Beside[];
}

/** Whose answer stands whoever changed it, because it was sealed there. */
export type Precedence = (field: string) => 'mine' | 'theirs' | null;

/** Three-way, field by field. Where both sides changed one, theirs (already saved) stands and mine is kept beside it. */
export function mergeAnswers(
  base: Side | null,
  mine: Side,
  theirs: Side,
  precedence: Precedence = () => null,
): { readonly answers: Record<string, unknown>; readonly besides: readonly Beside[] } {
  const answers: Record<string, unknown> = {};
  const lost: Beside[] = [];
  for (const field of new Set([...Object.keys(theirs.answers), ...Object.keys(mine.answers)])) {
    const [before, one, other] = [base?.answers[field], mine.answers[field], theirs.answers[field]];
    const stands = precedence(field) ?? whichStands(before, one, other);
    const [kept, left] = stands === 'mine' ? [one, other] : [other, one];
    if (!isEmpty(kept)) answers[field] = kept;
    if (!isEmpty(left) && !isSame(left, kept) && !isSame(left, before)) lost.push({ field, value: left });
  }
  const kept = mergeSets(base?.besides ?? [], mine.besides, theirs.besides);
  return { answers, besides: [...kept, ...lost.filter((one) => !kept.some((each) => isSame(each, one)))] };
}

function whichStands(before: unknown, mine: unknown, theirs: unknown): 'mine' | 'theirs' {
  if (isSame(mine, before)) return 'theirs';
  if (isSame(theirs, before)) return 'mine';
  // Taken away here and rewritten there: what was written stands.
  return isEmpty(theirs) ? 'mine' : 'theirs';
}
