import type { Entry } from '../entry/entry-document';
import { BID_FIELDS, isFieldId } from '../fields/all-fields';
import type { Field } from '../fields/field';

const TYPES: readonly string[] = ['string', 'text', 'longtext', 'boolean+text', 'object', 'list<object>'];
const WRITTEN: ReadonlySet<string> = new Set(
  BID_FIELDS.filter((field: Field) => TYPES.includes(field.type)).map(({ id }) => id),
);

/** Everything a person wrote in their own words, what stands beside and later corrections too, for the search index. */
export function textOf(entry: Entry): string {
  const kept = [...entry.besides, ...(entry.kind === 'bid' ? entry.hindsight : [])];
  const all = [...Object.entries(entry.answers), ...kept.map(({ field, value }) => [field, value] as const)];
  return all.flatMap(([field, value]) => (isWritten(field) ? textsIn(value) : [])).join('\n');
}

function isWritten(id: string): boolean {
  if (!isFieldId(id)) return id === 'title' || id === 'text' || id === 'note';
  return WRITTEN.has(id);
}

/** Texts of an answer; names of choices (`fertile`, `end`) and dates among its parts are nobody's words. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  const words = ['a', 'b', 'text', 'when', 'then', 'effect', 'sign'];
  return Object.entries(value).flatMap(([part, each]) =>
    words.includes(part) && !(part === 'when' && (each === 'end' || each === 'plus_6_months'))
      ? textsIn(each)
      : [],
  );
}
