import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { LetterState } from '@visavis/booking';
import type { Instant } from '@visavis/kernel';
import { sayMoment } from '../say-time';
import { failureWords } from './failure-words';

/** What became of an e-mail. */
const STATE_WORDS: Record<LetterState, string> = {
  planned: $localize`prévu`,
  sending: $localize`en cours d’envoi`,
  sent: $localize`envoyé`,
  failed: $localize`échec`,
  superseded: $localize`remplacé`,
};

export interface LetterRow {
  readonly id: string;
  readonly state: LetterState;
  readonly what: string;
  readonly to: string;
  /** When it left or will leave; null where that says nothing. */
  readonly when: Instant | null;
  /** How often it was tried, where that is known. */
  readonly attempts?: number;
  /** What the server notes of the last try that failed. */
  readonly failure: string | null;
}

/** E-mails and where each of them is; one that failed says why and can be sent again. */
@Component({
  selector: 'visavis-letter-rows',
  imports: [MatButton],
  templateUrl: './letter-rows.html',
  styleUrl: './letter-rows.scss',
})
export class LetterRows {
  readonly rows = input.required<readonly LetterRow[]>();
  readonly zone = input.required<string>();
  readonly busy = input(false);
  readonly maySend = input(true);
  /** The id of the one that shall leave again. */
  readonly sentAgain = output<string>();

  protected readonly why = failureWords;

  protected where({ state, when }: LetterRow): string {
    const words = STATE_WORDS[state];
    return when === null ? words : `${words}, ${sayMoment(this.zone(), when)}`;
  }
}
