import type { Browser, Role, SecondFactorMethod, System } from '@visavis/account';
import { wordsOf } from '../shell/refusal-words';
import { PasskeyFailed, type PasskeyTrouble } from './passkeys';

/** The closed lists of the account subject, in words: one that is missing does not compile. */
export const ROLE_WORDS: Record<Role, string> = {
  owner: $localize`Propriétaire`,
  supervisor: $localize`Superviseur·e`,
  coach: $localize`Coach`,
};

export const METHOD_WORDS: Record<SecondFactorMethod, string> = {
  totp: $localize`Utiliser l’application d’authentification`,
  'recovery-code': $localize`Utiliser un code de secours`,
  passkey: $localize`Utiliser une clé d’accès`,
};

const PASSKEY_WORDS: Record<PasskeyTrouble, string> = {
  dismissed: $localize`La clé d’accès n’a pas été utilisée. Vous pouvez recommencer ou prendre un autre chemin.`,
  'known-here': $localize`Une clé d’accès de cet appareil est déjà enregistrée pour vous.`,
  'not-possible': $localize`Ce navigateur ou cet appareil n’a pas pu utiliser de clé d’accès. Prenez un autre chemin.`,
};

export const BROWSER_WORDS: Record<Browser, string> = {
  firefox: 'Firefox',
  chrome: 'Chrome',
  edge: 'Edge',
  safari: 'Safari',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  other: $localize`Un autre navigateur`,
};

export const SYSTEM_WORDS: Record<System, string> = {
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  android: 'Android',
  ios: 'iOS',
  other: $localize`un autre système`,
};

/** Words for anything thrown by the server or by the browser's keeper of passkeys. */
export function accountWordsOf(error: unknown): string {
  return error instanceof PasskeyFailed ? PASSKEY_WORDS[error.trouble] : wordsOf(error);
}
