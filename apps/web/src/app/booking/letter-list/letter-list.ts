import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { LetterReply } from '@visavis/booking';
import { sayMoment } from '../../ui/say-time';
import { LETTER_STATE_WORDS, LETTER_WORDS, RECIPIENT_WORDS } from '../booking-words';

/** The letters about one appointment and where each of them is. */
@Component({
  selector: 'visavis-letter-list',
  imports: [MatButton],
  template: `
    <ul class="bare">
      @for (row of rows(); track row.letter.id) {
        <li [class]="row.letter.state">
          <span class="what">{{ row.what }} <span class="quiet">{{ row.to }}</span></span>
          <span class="state">{{ row.state }}</span>
          @if (row.letter.state === 'failed') {
            <p class="failure">
              <span i18n>Cet e-mail n’est pas parti. Essais&#8239;: {{ row.letter.attempts }}.</span> {{ row.letter.failure }}
            </p>
            <button matButton="outlined" type="button" disabledInteractive [disabled]="busy()" (click)="sentAgain.emit(row.letter)" i18n>Envoyer à nouveau</button>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './letter-list.scss',
})
export class LetterList {
  readonly letters = input.required<readonly LetterReply[]>();
  readonly zone = input.required<string>();
  readonly busy = input(false);
  readonly sentAgain = output<LetterReply>();

  protected readonly rows = computed(() =>
    [...this.letters()]
      .sort((a, b) => a.dueAt - b.dueAt)
      .map((letter) => ({
        letter,
        what: LETTER_WORDS[letter.kind],
        to: RECIPIENT_WORDS[letter.recipient],
        state: this.#state(letter),
      })),
  );

  #state({ state, sentAt, dueAt }: LetterReply): string {
    const words = LETTER_STATE_WORDS[state];
    if (state === 'sent' && sentAt !== null) return `${words}, ${sayMoment(this.zone(), sentAt)}`;
    return state === 'planned' ? `${words}, ${sayMoment(this.zone(), dueAt)}` : words;
  }
}
