import type { BidEntry, MarginDocument, Seal, Taken } from '@visavis/journal';
import type { AllInsights, InsightWish } from './all-insights';
import type {
  Draft,
  FirstLook,
  Found,
  HomecomingPlan,
  Jottings,
  NewWay,
  PastRevision,
  Person,
  PlannedReminder,
  Progress,
  RecoveryKit,
  Remark,
  SharedBefore,
  SharedEntry,
  Snapshot,
  TypedAgain,
  VaultEntry,
  VaultKey,
  VaultStanding,
  Written,
} from './vault-types';
import type { VaultTrouble } from './vault-trouble';

/**
 * Everything the page may ask of the worker, and what it gets. A closed list: keys and what derives them are in none
 * of the answers, except what is shown to its owner once, in a kit.
 */
export interface Asks {
  look: () => VaultStanding;
  /** After a time without the server: how the vault stands, if whoever is signed in now is its owner; null if not. */
  recognise: () => VaultStanding | null;
  /** Texts on this device that the server does not have yet, of a vault that may be locked. */
  countUnsent: () => number;
  prepare: () => RecoveryKit;
  confirmAndOpen: (typed: TypedAgain) => VaultStanding;
  unlock: (key: VaultKey) => VaultStanding;
  /** Somebody types their key: entries set out, sealed, and are there when it fits. */
  fetchAhead: () => void;
  /** Believes what the server shows although this device knew something else: the person said so. */
  acceptShown: () => VaultStanding;
  /** The person has seen what this new device found. */
  acceptFirstLook: () => void;
  prepareWay: (kind: NewWay['kind']) => NewWay;
  confirmWay: (typed: TypedAgain) => void;
  /** New keys for everything, under a new identity: a kit as for a new vault. */
  prepareRotation: () => RecoveryKit;
  confirmRotation: (typed: TypedAgain) => VaultStanding;
  /** Every way in is lost: sets the vault aside. */
  startAgain: () => VaultStanding;
  /** What changed elsewhere since. */
  refresh: () => void;
  /** Seals a text as the next revision; answers its number. It is sent as soon as the server can be reached. */
  save: (written: Written) => number;
  /** Lays what was typed on this device, sealed; answered when it is there. */
  draft: (draft: Draft) => void;
  snapshots: (of: { readonly kind: Draft['kind']; readonly id: string }) => readonly Snapshot[];
  jottings: (entryId: string) => Jottings;
  /** All of an entry's, each time: answered when they are on this device. */
  jot: (wish: { readonly entryId: string; readonly jottings: Jottings }) => void;
  /** Seals a stage by the very revision that is saved with it; answers the entry as it is then. */
  sealStage: (wish: { readonly id: string; readonly document: BidEntry; readonly seal: Seal }) => BidEntry;
  /** Writes here from now on, and no longer in the other tab. */
  takeOver: () => void;
  readMargin: (entryId: string) => MarginDocument | null;
  people: () => readonly Person[];
  /** After the words were read aloud: exactly those that were shown. */
  confirmWords: (wish: { readonly userId: string; readonly words: readonly string[] }) => readonly Person[];
  share: (wish: { readonly id: string; readonly userId: string }) => void;
  /** What new keys took from its readers and nobody reads since. */
  sharedBefore: () => readonly SharedBefore[];
  /** It is not to be shared again. */
  letGo: (entryId: string) => void;
  revoke: (wish: { readonly id: string; readonly userId: string }) => void;
  /** What others shared. */
  shared: () => readonly SharedEntry[];
  /** Beside one's own entry or one that was shared. */
  comments: (entryId: string) => readonly Remark[];
  comment: (wish: { readonly id: string; readonly text: string }) => void;
  search: (typed: string) => Found;
  /** Answered when everything is indexed. */
  indexed: () => void;
  insights: (wish: InsightWish) => AllInsights;
  /** The bid as it was when its forecast was sealed; null when there is none, or when it does not open. */
  sealedForecast: (id: string) => BidEntry | null;
  /** All that is readable, for a text that is made on the page. */
  everything: () => readonly Taken[];
  /** The same as a file that can be brought home. */
  takeAway: () => string;
  planHomecoming: (file: string) => HomecomingPlan;
  /** Does what was planned last. */
  bringHome: () => void;
  loadDemo: () => void;
  removeDemo: () => void;
  /** The entry that a reminder's letter leads to; null when it is not, or no longer, of this vault. */
  reminded: (reminderId: string) => string | null;
  history: (entryId: string) => readonly PastRevision[];
  remove: (entryId: string) => void;
  /** Writes down whatever is still only in memory. After it the worker is ended, and with it every key. */
  flush: () => void;
}
export type Ask = keyof Asks;
export type Given<A extends Ask> = Parameters<Asks[A]> extends [infer Only] ? Only : undefined;
export type Answer<A extends Ask> = ReturnType<Asks[A]>;

export type Question = {
  readonly [A in Ask]: { readonly id: number; readonly ask: A; readonly given: Given<A> };
}[Ask];

/** What the worker needs of the person before it can go on: to sign in again, or to show that it is them. */
export type Need = 'session' | 'proof';

/** What the page says besides questions. */
export type ToWorker = Question | { readonly met: Need; readonly well: boolean };

/** What the worker says: answers, refusals, needs and news. */
export type FromWorker =
  | { readonly id: number; readonly answer: unknown }
  | {
      readonly id: number;
      readonly refused: VaultTrouble;
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly need: Need }
  | News;

/** Unasked: something changed. */
export type News =
  | { readonly news: 'standing'; readonly standing: VaultStanding }
  | { readonly news: 'entries'; readonly entries: readonly VaultEntry[]; readonly gone: readonly string[] }
  | ({ readonly news: 'progress' } & Progress)
  /** Whether this tab writes; in another one at most the texts are read. */
  | { readonly news: 'writer'; readonly writes: boolean }
  /** What the server will remind of; `trouble` says why something is missing. */
  | {
      readonly news: 'reminders';
      readonly planned: readonly PlannedReminder[];
      readonly trouble: VaultTrouble | null;
    }
  | { readonly news: 'first-look'; readonly look: FirstLook | null };
