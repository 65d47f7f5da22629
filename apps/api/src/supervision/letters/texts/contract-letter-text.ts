import type { CONTRACT_LETTER_KINDS } from '../contract-letter-kinds';

/** What the texts put into their sentences, already spelled for the reader's language. */
export interface SpokenContract {
  readonly reader: string;
  /** The other party. */
  readonly other: string;
  readonly practice: string;
  /** "12": counted per supervisor. */
  readonly number: string;
  /** Version the letter is about; 2 and more are amendments. */
  readonly version: number;
  /** "1 février 2027" */
  readonly startsOn: string;
  /** Until when a proposal can be signed, with its zone; empty when it cannot any more. */
  readonly lapsesAt: string;
  /** Day a notice, a suspension or the contract itself ends; empty without one. */
  readonly endsOn: string;
  /** SHA-256 of the file that comes with the letter; empty without one. */
  readonly sha256: string;
}

/** A letter's words. The link's address is put in by the writer. */
export interface ContractLetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link: string;
  readonly closing: readonly string[];
}

/** Every letter in one language: a missing one does not compile. */
export interface ContractLetterTexts {
  readonly letters: Readonly<
    Record<(typeof CONTRACT_LETTER_KINDS)[number], (spoken: SpokenContract) => ContractLetterText>
  >;
  /** Foot of every letter: why it came. */
  readonly foot: (practice: string) => string;
  readonly privacy: string;
  /** Name of the file that comes with a copy. */
  readonly fileName: (number: string, version: number) => string;
}
