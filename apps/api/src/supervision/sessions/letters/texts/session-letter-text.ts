import type { Medium } from '@visavis/supervision';
import type { SessionLetterKind } from '../session-letter-kinds';

/** What the texts put into their sentences, already spelled for the reader's language and zone. */
export interface SpokenSession {
  readonly reader: string;
  /** The other party. */
  readonly other: string;
  /** "jeudi 26 novembre 2026, 10 h 30 (heure de Paris)" */
  readonly when: string;
  readonly shortWhen: string;
  /** "par téléphone", "en visioconférence : …" */
  readonly where: string;
}

export interface SessionLetterText {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly closing: readonly string[];
}

/** Every letter in one language: a missing one does not compile. */
export interface SessionLetterTexts {
  readonly letters: Readonly<Record<SessionLetterKind, (spoken: SpokenSession) => SessionLetterText>>;
  readonly link: string;
  /** @param place what the parties agreed on; may be empty */
  readonly where: (medium: Medium, place: string) => string;
  readonly calendarSummary: (other: string) => string;
  readonly foot: (practice: string) => string;
  readonly privacy: string;
}
