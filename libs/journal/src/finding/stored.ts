import type { Entry } from '../entry/entry-document';

/** An entry under the id the vault knows it by. */
export interface Stored<Kind extends Entry = Entry> {
  readonly id: string;
  readonly entry: Kind;
}
