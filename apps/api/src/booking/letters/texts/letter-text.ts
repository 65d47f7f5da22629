import type { LetterKind } from '@visavis/booking';

/** Who calls whom. */
export interface Parties {
  readonly supervisor: string;
  /** First and last name, null once erased. */
  readonly visitor: string | null;
  /** "+33 1 99 00 12 34", with no-break spaces. */
  readonly phone: string;
}

/** What the texts put into their sentences, already spelled for the reader's language and zone. */
export interface Spoken extends Parties {
  /** "jeudi 26 novembre 2026, 10 h 30 (heure d’Europe centrale, UTC+1)" */
  readonly when: string;
  /** "jeudi 26 novembre, 10 h 30" */
  readonly shortWhen: string;
  readonly firstName: string;
}

/** A letter's words. The link's address is put in by the writer. */
export interface LetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: string;
  readonly closing: readonly string[];
}

/** Letters that only a visitor gets. */
export type VisitorOnlyKind = 'existing-link' | 'rebooking';
export type SupervisorLetterKind = Exclude<LetterKind, VisitorOnlyKind>;
export type Sentence = (spoken: Spoken) => LetterText;

/** Every letter in one language: a missing one does not compile. */
export interface LetterTexts {
  readonly visitor: Readonly<Record<LetterKind, Sentence>>;
  readonly supervisor: Readonly<Record<SupervisorLetterKind, Sentence>>;
  /** Title of the calendar entry, and the sentence in its description. */
  readonly calendar: {
    readonly withSupervisor: (supervisor: string) => string;
    readonly withVisitor: (visitor: string | null) => string;
    readonly sessionWith: (coach: string) => string;
    readonly visitorSentence: (spoken: Parties) => string;
    readonly supervisorSentence: (spoken: Parties) => string;
    readonly phone: (phone: string) => string;
    readonly busy: string;
    readonly feedName: (supervisor: string) => string;
  };
  /** Foot of every letter: why it came. */
  readonly foot: (practice: string) => string;
  readonly privacy: string;
}
