import { INTL_LOCALE } from '../ui/language';
import type { Reader } from './vault/vault-types';

/** Names come from the server: somebody may be named no more, and nobody is without a connection. */
export function nameOf({ name }: Pick<Reader, 'name'>): string {
  return name || $localize`une personne dont le nom n’est pas connu ici`;
}

/** All who can read, as part of a sentence; empty when nobody can. */
export function sayReaders(readers: readonly Pick<Reader, 'name'>[]): string {
  return new Intl.ListFormat(INTL_LOCALE).format(readers.map(nameOf));
}
