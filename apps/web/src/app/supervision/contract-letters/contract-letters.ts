import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ContractReply } from '@visavis/supervision';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { sayMoment } from '../../ui/say-time';
import { ContractClient } from '../contract-client';
import { CONTRACT_LETTER_WORDS, LETTER_STATE_WORDS } from '../supervision-words';

/** What was written to the parties of a contract, and where each letter is; a coach sees their own. */
@Component({
  selector: 'visavis-contract-letters',
  imports: [MatButton],
  templateUrl: './contract-letters.html',
  styleUrl: './contract-letters.scss',
})
export class ContractLetters {
  readonly #client = inject(ContractClient);
  readonly #session = inject(Session);

  readonly contract = input.required<ContractReply>();

  // Asked for again with every change of the contract, as most of them write to somebody.
  readonly #loaded = resource({
    params: () => this.contract(),
    loader: ({ params, abortSignal }) => this.#client.letters(params.id, abortSignal),
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly rows = computed(() =>
    (this.#loaded.hasValue() ? this.#loaded.value().letters : []).map((letter) => ({
      ...letter,
      what: CONTRACT_LETTER_WORDS[letter.kind] ?? $localize`E-mail`,
      who: this.contract()[letter.to].name,
      where: this.#where(letter.state, letter.sentAt),
    })),
  );
  protected readonly hasFailed = computed(() => this.rows().some(({ state }) => state === 'failed'));
  /** Whoever has an account here and reads this needs no e-mail to themselves: a coach sends none again. */
  protected readonly maySend = computed(() => this.contract().mine !== 'coach');

  protected async sendAgain(letterId: string): Promise<void> {
    this.busy.set(true);
    this.problem.set('');
    try {
      this.#loaded.set(await this.#client.sendLetterAgain(this.contract().id, letterId));
    } catch (error) {
      this.problem.set(wordsOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  #where(state: keyof typeof LETTER_STATE_WORDS, sentAt: number | null): string {
    const words = LETTER_STATE_WORDS[state];
    return sentAt === null ? words : `${words}, ${sayMoment(this.#session.zone(), sentAt)}`;
  }
}
