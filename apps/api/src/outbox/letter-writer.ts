import type { Language } from '@visavis/kernel';

/** Where a letter row is: all that a job carries. */
export interface LetterRef {
  readonly practiceId: string;
  readonly letterId: string;
}

export interface Correspondent {
  readonly name: string;
  readonly address: string;
}

/** A written letter. Who it is from and under which Message-ID is the post office's affair. */
export interface Mail {
  readonly to: Correspondent;
  readonly replyTo: Correspondent | null;
  /** Name of the practice, shown before the configured sending address. */
  readonly fromName: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: { readonly method: 'REQUEST' | 'CANCEL'; readonly content: string } | null;
  readonly files?: readonly MailFile[];
}

export interface MailFile {
  /** Plain ASCII. */
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

/** Why a letter is not sent after all; it becomes `superseded` with this as its visible failure. */
export const LEAVE_REASONS = ['too-late', 'overtaken', 'erased', 'no-address'] as const;
export type LeaveReason = (typeof LEAVE_REASONS)[number];

export type Written = { readonly mail: Mail } | { readonly leave: LeaveReason };

/**
 * Writes letters of some kinds when their turn comes, from what is stored then. The outbox knows no subject: each
 * feature implements this and names its writer to the post room of the worker.
 */
export abstract class LetterWriter {
  /** The kinds it writes, which no other writer does. */
  abstract readonly kinds: readonly string[];

  /** @throws anything: the letter then counts as unreadable and is tried again a few times */
  abstract write(ref: LetterRef): Promise<Written>;
}
