import type { AppointmentStatus, LetterKind, Recipient } from '@visavis/booking';
import type { Instant, Language } from '@visavis/kernel';

/** All that a letter is written from, read from the database at the moment of sending. */
export interface LetterFacts {
  readonly letter: {
    readonly kind: LetterKind;
    readonly recipient: Recipient;
    readonly language: Language;
    readonly sequence: number;
    readonly dueAt: Instant;
  };
  /** A later letter to the same person tells a newer state. */
  readonly overtaken: boolean;
  readonly appointment: {
    readonly practiceId: string;
    readonly id: string;
    readonly start: Instant;
    readonly end: Instant;
    readonly status: AppointmentStatus;
    readonly linkVersion: number;
  };
  readonly practice: { readonly name: string; readonly slug: string };
  readonly supervisor: {
    readonly name: string;
    readonly email: string;
    readonly timeZone: string;
    /** No longer works in the practice: letters for them have no reader. */
    readonly left?: true;
  };
  /** Null once erased. */
  readonly visitor: {
    readonly name: string;
    readonly firstName: string;
    /** Null: booked by hand for someone without an address. */
    readonly email: string | null;
    /** E.164. */
    readonly phone: string;
    readonly timeZone: string;
  } | null;
}
