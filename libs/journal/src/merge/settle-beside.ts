import type { BidEntry, Entry } from '../entry/entry-document';
import { isFieldId } from '../fields/all-fields';
import { refuse } from '../journal-refusal';
import { isSealed } from '../stages/seal-stage';
import { sealOf } from '../stages/seals';

/** Settles what stands side by side: `drop` lets the other text go, `swap` exchanges the two, which loses nothing. */
export function settleBeside<Each extends Entry>(entry: Each, at: number, how: 'drop' | 'swap'): Each {
  const beside = entry.besides[at];
  if (!beside) return entry;
  const others = entry.besides.filter((_, index) => index !== at);
  if (how === 'drop') return { ...entry, besides: others };
  const { field, value } = beside;
  if (entry.kind === 'bid' && isSealedField(entry, field)) refuse('sealed');
  const former = (entry.answers as Readonly<Record<string, unknown>>)[field];
  const kept = former === undefined ? [] : [{ field, value: former }];
  return { ...entry, answers: { ...entry.answers, [field]: value }, besides: [...others, ...kept] };
}

function isSealedField(entry: BidEntry, field: string): boolean {
  const seal = isFieldId(field) ? sealOf(field) : null;
  return seal !== null && isSealed(entry, seal);
}
