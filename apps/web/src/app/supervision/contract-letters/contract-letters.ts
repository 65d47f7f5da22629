import { Component, computed, inject, input, resource, signal } from '@angular/core';
import type { ContractReply } from '@visavis/supervision';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { type LetterRow, LetterRows } from '../../ui/letter-rows/letter-rows';
import { ContractClient } from '../contract-client';
import { CONTRACT_LETTER_WORDS } from '../supervision-words';

/** What was written to the parties of a contract, and where each letter is; a coach sees their own. */
@Component({
  selector: 'visavis-contract-letters',
  imports: [LetterRows],
  templateUrl: './contract-letters.html',
  styleUrl: './contract-letters.scss',
})
export class ContractLetters {
  readonly #client = inject(ContractClient);
  protected readonly zone = inject(Session).zone;

  readonly contract = input.required<ContractReply>();

  // Asked for again with every change of the contract, as most of them write to somebody.
  readonly #loaded = resource({
    params: () => this.contract(),
    loader: ({ params, abortSignal }) => this.#client.letters(params.id, abortSignal),
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal('');
  protected readonly rows = computed(() =>
    (this.#loaded.hasValue() ? this.#loaded.value().letters : []).map(
      ({ id, kind, to, state, sentAt, failure }): LetterRow => ({
        id,
        state,
        what: CONTRACT_LETTER_WORDS[kind] ?? $localize`E-mail`,
        to: $localize`à ${this.contract()[to].name}:name:`,
        when: sentAt,
        failure,
      }),
    ),
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
}
