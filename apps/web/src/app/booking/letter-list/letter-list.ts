import { Component, computed, input, output } from '@angular/core';
import type { LetterReply } from '@visavis/booking';
import { type LetterRow, LetterRows } from '../../ui/letter-rows/letter-rows';
import { LETTER_WORDS, RECIPIENT_WORDS } from '../booking-words';

/** The letters about one appointment and where each of them is. */
@Component({
  selector: 'visavis-letter-list',
  imports: [LetterRows],
  template: `<visavis-letter-rows [rows]="rows()" [zone]="zone()" [busy]="busy()" (sentAgain)="sentAgain.emit($event)" />`,
})
export class LetterList {
  readonly letters = input.required<readonly LetterReply[]>();
  readonly zone = input.required<string>();
  readonly busy = input(false);
  /** The id of the one that shall leave again. */
  readonly sentAgain = output<string>();

  protected readonly rows = computed(() =>
    [...this.letters()].sort((a, b) => a.dueAt - b.dueAt).map((letter) => rowOf(letter)),
  );
}

function rowOf({ id, kind, recipient, state, sentAt, dueAt, attempts, failure }: LetterReply): LetterRow {
  const when = state === 'sent' ? sentAt : state === 'planned' ? dueAt : null;
  return { id, state, what: LETTER_WORDS[kind], to: RECIPIENT_WORDS[recipient], when, attempts, failure };
}
