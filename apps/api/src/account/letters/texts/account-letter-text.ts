import type { AccountLetterKind } from '../account-letter-kinds';

/** What the texts put into their sentences. */
export interface AccountSpoken {
  readonly name: string;
  /** The address a change leads to. */
  readonly newAddress: string;
}

/** A letter's words; the writer puts in the code, or the link's address. */
export interface AccountLetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Words of the link, for letters that have one. */
  readonly link?: string;
  readonly closing: readonly string[];
}

/** Every letter about an account in one language: a missing one does not compile. */
export interface AccountLetterTexts {
  readonly letters: Readonly<Record<AccountLetterKind, (spoken: AccountSpoken) => AccountLetterText>>;
  /** Foot of every letter: why it came. */
  readonly foot: (practice: string) => string;
  readonly privacy: string;
}
