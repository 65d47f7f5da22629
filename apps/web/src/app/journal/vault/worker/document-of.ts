import type { HeldEntry } from './opened-vault';

const documents = new WeakMap<HeldEntry, unknown>();

/** The text of an entry, read once: whatever changes it makes another object of it. Nobody writes into it. */
export function documentOf<Document>(held: HeldEntry): Document {
  if (!documents.has(held)) documents.set(held, JSON.parse(held.body));
  return documents.get(held) as Document;
}
