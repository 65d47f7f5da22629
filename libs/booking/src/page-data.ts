import type { Instant, Language, Problem } from '@visavis/kernel';
import type { BookedCall, PracticeReply, SlotsReply } from './booking-wire';

/**
 * What the API hands to the public page so that it can be rendered, and what travels on to the browser with
 * it. Pages that are cached (`practice`, `times` without `form` and `viewerZone`, `privacy`) hold nothing about
 * the person who looks at them.
 */
export type PageData =
  PracticePage | TimesPage | ManagePage | ErasedPage | PrivacyPage | VerifyPage | ProblemPage;

interface EveryPage {
  /** The build of the same language renders it. */
  readonly language: Language;
  /** Address of this page on this host, without query: `/fr/c/cabinet/claire`. The form posts here. */
  readonly path: string;
  /** Origin from configuration, without a slash at the end; never taken from the Host header. */
  readonly publicUrl: string;
  /** Origins that may frame the page; null for a page of its own. */
  readonly embedOrigins: readonly string[] | null;
  /** Name of the practice's accent in `accents.css`. */
  readonly accent: string;
  /** Those in which the page can be read. */
  readonly languages: readonly Language[];
}

export type PagePractice = Pick<PracticeReply, 'slug' | 'name' | 'country'>;

export interface PageSupervisor {
  readonly slug: string;
  readonly name: string;
  /** In the page's language; empty when the supervisor wrote none. */
  readonly introduction: string;
  readonly timeZone: string;
  /** Epoch milliseconds; null when no time is open. */
  readonly firstFree: Instant | null;
}

/** `/fr/c/:practice`: whom to call, or "first available". */
export interface PracticePage extends EveryPage {
  readonly kind: 'practice';
  readonly practice: PagePractice;
  /** In the page's language; empty when the practice wrote none. */
  readonly motto: string;
  /** The practice takes no new calls. */
  readonly closing: boolean;
  readonly supervisors: readonly PageSupervisor[];
}

/** `/fr/c/:practice/:supervisor`: when, and who you are. */
export interface TimesPage extends EveryPage {
  readonly kind: 'times';
  readonly practice: PagePractice;
  /** In the page's language; empty when the practice wrote none. */
  readonly motto: string;
  /** The practice takes no new calls; `slots` are empty then. */
  readonly closing: boolean;
  /** null on `first-available`. */
  readonly supervisor: PageSupervisor | null;
  readonly slots: SlotsReply;
  /** From the query `timeZone`, when it names a zone; without scripts it is the only way to change it. */
  readonly viewerZone: string | null;
  /** null at first; after a refused post without scripts, what was typed and what was wrong. */
  readonly form: FormState | null;
}

/** Names of the form's fields as they are posted; `consent` is `on` or absent. */
export const TYPED_FIELDS = [
  'start',
  'firstName',
  'lastName',
  'email',
  'phone',
  'phoneCountry',
  'reason',
  'words',
  'consent',
  'timeZone',
] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];

export interface FormState {
  readonly typed: Partial<Record<TypedField, string>>;
  readonly problem: Problem;
}

export const MANAGE_ACTS = ['move', 'cancel', 'email', 'erase', 'rebook'] as const;
export type ManageAct = (typeof MANAGE_ACTS)[number];

export const MANAGE_DEEDS = ['booked', 'moved', 'cancelled', 'email-corrected'] as const;
export type ManageDeed = (typeof MANAGE_DEEDS)[number];

/** `/fr/m/:practice/:id/:secret`: the confirmation, and what can still be changed. Never cached. */
export interface ManagePage extends EveryPage {
  readonly kind: 'manage';
  readonly call: BookedCall;
  /** Times to move or rebook to; null when neither is possible. */
  readonly slots: SlotsReply | null;
  readonly viewerZone: string | null;
  /** What has just been done, from the query after the 303: `?booked`, `?moved`, … */
  readonly deed: ManageDeed | null;
  /** A refused post without scripts. `typed` holds the fields of that act (`start`, `email`). */
  readonly refused: {
    readonly act: ManageAct;
    readonly typed: Readonly<Record<string, string>>;
    readonly problem: Problem;
  } | null;
}

/** After the visitor erased everything. */
export interface ErasedPage extends EveryPage {
  readonly kind: 'erased';
  readonly practice: Pick<PagePractice, 'slug' | 'name'>;
}

/** `/fr/c/:practice/privacy`: notice and imprint, plain text in the page's language. */
export interface PrivacyPage extends EveryPage {
  readonly kind: 'privacy';
  readonly practice: PagePractice;
  readonly notice: string;
  readonly imprint: string;
}

/** `/fr/verify`: is this file what it claims to be? Reads the file in the browser; without scripts it takes a hash. */
export interface VerifyPage extends EveryPage {
  readonly kind: 'verify';
  /** The hash asked about in the query, and what is known of it; null when none was asked. */
  readonly asked: {
    readonly sha256: string;
    /** null when what was written is no hash. */
    readonly known: KnownDocument | null;
  } | null;
}

/** What is known about the hash of a file; times are epoch milliseconds. */
export interface KnownDocument {
  readonly known: 'frozen-document' | 'sealed-document' | 'canonical-text' | null;
  readonly beginningOnly: boolean;
  readonly practice: string | null;
  readonly state: string | null;
  readonly frozenAt: Instant | null;
  readonly sealedAt: Instant | null;
  readonly timestampedAt: Instant | null;
}

export const PROBLEM_PAGE_REASONS = [
  'not-found',
  'too-many-requests',
  'cross-site',
  'failed',
  'unavailable',
] as const;

/** Nothing to show but a reason and a next step. */
export interface ProblemPage extends EveryPage {
  readonly kind: 'problem';
  readonly reason: (typeof PROBLEM_PAGE_REASONS)[number];
  /** With `too-many-requests` and `unavailable`. */
  readonly retryAfterSeconds: number | null;
}
