import { Component, inject, signal } from '@angular/core';
import { MatSnackBar } from '@angular/material/snack-bar';
import { Router } from '@angular/router';
import { beginEntry } from '../begin-entry';
import { wordsOfTrouble } from '../journal-words';
import { StartChoices, type Start } from '../start-choices/start-choices';
import { today } from '../today';
import { JournalVault } from '../vault/journal-vault';

/** How a new entry begins. */
@Component({
  selector: 'visavis-start-page',
  imports: [StartChoices],
  template: `
    <div class="page">
      <h1 i18n>Nouvelle entrée</h1>
      <visavis-start-choices [working]="working()" (chosen)="begin($event)" />
    </div>
  `,
})
export class StartPage {
  readonly #vault = inject(JournalVault);
  readonly #router = inject(Router);
  readonly #notices = inject(MatSnackBar);
  protected readonly working = signal(false);

  protected async begin(start: Start): Promise<void> {
    this.working.set(true);
    try {
      const id = beginEntry(this.#vault, start, today());
      await this.#router.navigate(['/journal', id], { replaceUrl: true });
    } catch (error) {
      this.#notices.open(wordsOfTrouble(error));
    } finally {
      this.working.set(false);
    }
  }
}
