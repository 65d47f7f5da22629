import { refuse } from './proof-refusal';

/** What a sealed text is and in which format: public, and part of what is signed. */
export const SCHEMAS = [
  'journal/1',
  'margin/1',
  'session-private/1',
  'session-shared/1',
  'vault-index/1',
] as const;
export type Schema = (typeof SCHEMAS)[number];

/** The classes a grant may be made on. A margin, private notes and the index of the vault have no reader, ever. */
const SHAREABLE: ReadonlySet<string> = new Set<Schema>(['journal/1', 'session-shared/1']);

export function requireSchema(schema: string): Schema {
  const known = SCHEMAS.find((each) => each === schema);
  if (!known) throw refuse('class-unknown');
  return known;
}

/** `journal` of `journal/1`. */
export function classOf(schema: Schema): string {
  return schema.slice(0, schema.indexOf('/'));
}

export function requireShareable(schema: string): void {
  if (!SHAREABLE.has(requireSchema(schema))) throw refuse('class-not-shareable');
}
