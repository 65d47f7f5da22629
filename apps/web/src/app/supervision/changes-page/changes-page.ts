import { Component, computed, inject, input, numberAttribute, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { wordsOf } from '../../shell/refusal-words';
import { FocusTitle } from '../../ui/focus-title';
import { Skeleton } from '../../ui/skeleton';
import { ClauseText } from '../clause-text/clause-text';
import { ContractClient } from '../contract-client';

/** What an amendment changes, word by word: added and removed are said, not only coloured. */
@Component({
  selector: 'visavis-changes-page',
  imports: [ClauseText, FocusTitle, RouterLink, Skeleton],
  templateUrl: './changes-page.html',
  styleUrl: './changes-page.scss',
})
export class ChangesPage {
  readonly #client = inject(ContractClient);

  readonly id = input.required<string>();
  readonly number = input.required({ transform: numberAttribute });

  readonly #loaded = resource({
    params: () => ({ id: this.id(), number: this.number() }),
    loader: ({ params, abortSignal }) => this.#client.difference(params.id, params.number, abortSignal),
  });
  protected readonly difference = computed(() => (this.#loaded.hasValue() ? this.#loaded.value() : null));
  protected readonly problem = computed(() => (this.#loaded.error() ? wordsOf(this.#loaded.error()) : ''));
}
