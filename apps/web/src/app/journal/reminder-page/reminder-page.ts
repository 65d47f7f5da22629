import { Component, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Skeleton } from '../../ui/skeleton';
import { wordsOfTrouble } from '../journal-words';
import { JournalVault } from '../vault/journal-vault';

/** Where a reminder's letter leads: only the open vault knows which entry it is about. */
@Component({
  selector: 'visavis-reminder-page',
  imports: [RouterLink, Skeleton],
  template: `
    <div class="page">
      @if (found.isLoading() || found.value()) {
        <visavis-skeleton [lines]="4" />
      } @else {
        <h1 i18n>Ce rappel ne mène plus à rien</h1>
        @if (found.error(); as error) {
          <p role="alert">{{ words(error) }}</p>
        } @else {
          <p i18n>L’entrée a été supprimée, ou elle est d’un autre coffre que celui que vous avez ouvert ici.</p>
        }
        <p><a routerLink="/journal" i18n>Toutes les entrées</a></p>
      }
    </div>
  `,
})
export class ReminderPage {
  readonly #vault = inject(JournalVault);
  readonly #router = inject(Router);
  readonly id = input.required<string>();
  protected readonly words = wordsOfTrouble;
  protected readonly found = resource({
    params: () => this.id(),
    loader: async ({ params }) => {
      const id = await this.#vault.reminded(params);
      if (id !== null) await this.#router.navigate(['/journal', id], { replaceUrl: true });
      return id;
    },
  });
}
