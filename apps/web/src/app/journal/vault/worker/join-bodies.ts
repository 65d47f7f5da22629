import { type Entry, type MarginDocument, mergeEntries, mergeMargins } from '@visavis/journal';
import type { Schema } from '@visavis/sealing-proof';
import { VaultRefused } from '../vault-trouble';
import { joinIndexes } from './join-indexes';

/**
 * An edit of this device joined with what another one saved meanwhile, field by field; what both changed stands side by
 * side. `base` is where they parted, null when unknown. `revision` is the number under which the result will be saved.
 */
export function joinBodies(
  schema: Schema,
  base: string | null,
  mine: string,
  theirs: string,
  revision: number,
): string {
  const read = <T>(body: string) => JSON.parse(body) as T;
  const before = <T>() => (base === null ? null : read<T>(base));
  switch (schema) {
    case 'journal/1':
      return JSON.stringify(mergeEntries(before<Entry>(), read<Entry>(mine), read<Entry>(theirs), revision));
    case 'margin/1':
      return JSON.stringify(
        mergeMargins(before<MarginDocument>(), read<MarginDocument>(mine), read<MarginDocument>(theirs)),
      );
    case 'vault-index/1':
      return JSON.stringify(joinIndexes(before(), read(mine), read(theirs)));
    default:
      throw new VaultRefused('class-not-open');
  }
}
