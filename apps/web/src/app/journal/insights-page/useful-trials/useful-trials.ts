import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { fieldOf, renderAnswer } from '@visavis/journal';
import { entryTitle } from '../../entry-title';
import { readable } from '../../keep-hypothesis';
import { questionWords } from '../../question-words';
import { JournalVault } from '../../vault/journal-vault';

/** Of the trials only those that helped are named: no streak, no score. */
@Component({
  selector: 'visavis-useful-trials',
  imports: [RouterLink],
  template: `
    @if (trials().length > 0) {
      <h3 i18n>Faits, et utiles</h3>
      <ul>
        @for (trial of trials(); track trial.id) {
          <li><a [routerLink]="['/journal', trial.id]">{{ trial.title }}</a><span class="said">{{ trial.words }}</span></li>
        }
      </ul>
    }
  `,
  styles: `
    ul { display: grid; gap: var(--space-3); margin: 0 0 var(--space-3); padding: 0; list-style: none; }
    .said { display: block; font-family: var(--font-serif); white-space: pre-line; overflow-wrap: anywhere; }
  `,
})
export class UsefulTrials {
  readonly #vault = inject(JournalVault);
  protected readonly trials = computed(() =>
    readable(this.#vault).flatMap(({ id, entry }) => {
      if (entry.kind !== 'bid' || entry.answers.experiment_done !== 'done_useful') return [];
      const words = renderAnswer(fieldOf('experiment'), entry.answers.experiment ?? {}, questionWords());
      return [{ id, title: entryTitle(entry), words }];
    }),
  );
}
