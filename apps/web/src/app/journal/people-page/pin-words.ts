import type { Person, PinState } from '../vault/vault-types';

/** How sure one can be of a person's key. */
export type Pin = PinState | 'no-vault';

export function pinOf({ pin, hasVault }: Person): Pin {
  return hasVault ? pin : 'no-vault';
}

export const PIN_WORDS: Record<Pin, string> = {
  verified: $localize`Vérifié·e de vive voix`,
  unverified: $localize`Pas encore vérifié·e`,
  changed: $localize`Sa clé a changé\u202f: à vérifier à nouveau`,
  'no-vault': $localize`N’a pas encore ouvert de coffre`,
};
