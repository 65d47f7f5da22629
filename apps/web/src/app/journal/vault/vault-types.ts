/**
 * - `loading`: the server has not been asked yet
 * - `none`: this person has no vault in this practice
 * - `rotating`: open, while every text gets a new key
 * - `refused`: what the server shows does not fit what this device knows; `refusal` says what
 */
export type VaultState = 'loading' | 'none' | 'locked' | 'open' | 'rotating' | 'refused';

/** Shown once, printed, typed again, and kept nowhere. */
export interface RecoveryKit {
  readonly passphrase: string;
  /** Seven groups of four, joined by hyphens. */
  readonly recoveryCode: string;
  readonly vaultId: string;
  /** One's own ten words, to be read aloud. */
  readonly words: readonly string[];
  /** `YYYY-MM-DD` */
  readonly madeOn: string;
  /** Which two groups of the code are typed again, from 0. */
  readonly groupsAsked: readonly [number, number];
}

/** What was typed again after a kit was shown. */
export interface TypedAgain {
  readonly passphraseTyped: string;
  /** Which group, from 0, and its text. */
  readonly groupsTyped: readonly (readonly [group: number, text: string])[];
}

export type VaultKey = { readonly passphrase: string } | { readonly recoveryCode: string };

/** How it stands with the vault, as far as anybody may know without its keys, and what its owner may know. */
export interface VaultStanding {
  readonly state: Exclude<VaultState, 'loading'>;
  readonly generation: number | null;
  readonly ownWords: readonly string[];
  readonly mayShare: boolean;
  /** Epoch milliseconds: until when one may write after the last contract; null while there is one. */
  readonly writableUntil: number | null;
  /** Epoch milliseconds: until when a vault that was set aside is kept. */
  readonly setAsideUntil: number | null;
}
