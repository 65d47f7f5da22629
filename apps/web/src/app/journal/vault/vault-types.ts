import type { Entry, MarginDocument, Reminder } from '@visavis/journal';
import type { VaultTrouble } from './vault-trouble';

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

/** A way into the vault that takes the place of the one of its kind: shown once, typed again. */
export interface NewWay {
  readonly kind: 'passphrase' | 'recovery';
  readonly text: string;
  /** Of a recovery code: which groups are typed again, from 0. */
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

/** `device`: nobody else has it yet. `sent`: on its way. `confirmed`: the server answered with its very hash. */
export type Sync = 'device' | 'sent' | 'confirmed';

export interface Reader {
  readonly userId: string;
  /** As the server last gave it; empty when it gives none any more. */
  readonly name: string;
}

export interface VaultEntry {
  readonly id: string;
  /** Null when it cannot be opened: `trouble` says why, and nothing is saved over it. */
  readonly entry: Entry | null;
  readonly trouble: VaultTrouble | null;
  readonly rev: number;
  /** Epoch milliseconds. */
  readonly savedAt: number;
  readonly epochClosed: boolean;
  readonly readers: readonly Reader[];
  readonly sync: Sync;
  readonly hasMargin: boolean;
}

/** One earlier text of an entry. */
export interface PastRevision {
  readonly rev: number;
  /** Epoch milliseconds: when the server had it. */
  readonly savedAt: number;
  /** Who could read it is decided by its epoch: another number is another set of readers. */
  readonly epoch: number;
  readonly entry: Entry | null;
  readonly trouble: VaultTrouble | null;
}

/** A reminder that the server has: an e-mail will leave on its day. */
export interface PlannedReminder extends Reminder {
  readonly entryId: string;
}

/** What a device that had not seen the vault before shows before it writes. */
export interface FirstLook {
  /** Epoch milliseconds; null for an empty journal. */
  readonly lastChange: number | null;
  readonly readers: readonly Reader[];
}

export type Written =
  | { readonly kind: 'entry'; readonly id: string; readonly document: Entry }
  | { readonly kind: 'margin'; readonly id: string; readonly document: MarginDocument };

/** What was typed and is no revision yet. `base` is what the text said when typing began. */
export type Draft =
  | { readonly kind: 'entry'; readonly id: string; readonly document: Entry; readonly base: Entry | null }
  | {
      readonly kind: 'margin';
      readonly id: string;
      readonly document: MarginDocument;
      readonly base: MarginDocument | null;
    };

/** What a text said on this device at some moment. */
export interface Snapshot {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly document: Entry | MarginDocument;
}

/** Whether somebody's words were read aloud; `changed`: they have other keys now, and sharing stops. */
export type PinState = 'unverified' | 'verified' | 'changed';

/** Somebody one has a contract in force with. */
export interface Person {
  readonly userId: string;
  readonly name: string;
  readonly role: 'supervisor' | 'coach';
  readonly contractId: string;
  /** Nobody can be shared with before they opened a vault. */
  readonly hasVault: boolean;
  /** Their ten words: what they must read aloud, from their own screen. Empty without a vault. */
  readonly words: readonly string[];
  readonly pin: PinState;
}

/** An entry that somebody shared. */
export interface SharedEntry {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  /** Null when it does not open. */
  readonly entry: Entry | null;
  readonly trouble: VaultTrouble | null;
  /** Until the owner's words were heard it shows as not verified. */
  readonly pin: PinState;
  readonly rev: number;
  /** Epoch milliseconds. */
  readonly sharedAt: number;
  readonly savedAt: number;
  readonly comments: number;
}

/** A comment beside an entry. */
export interface Remark {
  readonly id: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly isMine: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Of the present readers: of a former epoch it stays, and is answered no more. */
  readonly isCurrent: boolean;
  /** Null when it does not open. */
  readonly text: string | null;
  /** Signed with a key that was confirmed by ear, or one's own. */
  readonly isVerified: boolean;
  readonly trouble: VaultTrouble | null;
}

/** What was found, the best first. */
export interface Hit {
  readonly id: string;
  readonly title: string;
  /** Some words around what was found, as they were written. */
  readonly excerpt: string;
  readonly score: number;
}

export interface Found {
  readonly hits: readonly Hit[];
  /** False while texts are still being indexed: there may be more. */
  readonly isAll: boolean;
}

/** What bringing a file back would change; nothing that is here is ever replaced. */
export interface HomecomingPlan {
  readonly added: number;
  readonly joined: number;
  readonly unchanged: number;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** What is typed beside an entry and no part of it yet, by what it will be: a comment, a correction, an answer that is none. */
export type Jottings = Readonly<Record<string, unknown>>;

/** An entry that somebody read until the keys changed, and nobody reads now. */
export interface SharedBefore {
  readonly id: string;
  readonly userId: string;
}
