import { Component, inject, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { ERASURE_DAYS, type PracticeErasureReply } from '@visavis/practice';
import { wordsOf } from '../../../shell/refusal-words';
import { SaveExport } from '../../../shell/save-export/save-export';
import { Session } from '../../../shell/session';
import { sayDate } from '../../../ui/say-date';
import { TypeToConfirmDialog } from '../../../ui/type-to-confirm-dialog';
import { PracticeClient } from '../../practice-client';

/** Taking everything along, and having the practice erased: with a month to think again. */
@Component({
  selector: 'visavis-erasure-section',
  imports: [MatButton, SaveExport],
  template: `
    <section class="card" aria-labelledby="data">
      <h2 id="data" i18n>Données du cabinet</h2>
      <p i18n>Tout ce que le cabinet garde, en un fichier ZIP&#8239;: une feuille par sujet, lisible sans Visavis.</p>
      <visavis-save-export path="/api/practice/export" fallbackName="cabinet.zip" />
      <h3 i18n>Effacer le cabinet</h3>
      @if (erasure(); as erasure) {
        <p class="due" i18n>Le cabinet et tout ce qu’il contient seront effacés le {{ say(erasure.dueAt) }}. D’ici là, tout continue comme d’habitude.</p>
        <button matButton="filled" type="button" disabledInteractive [disabled]="busy()" (click)="takeBack()" i18n>Garder le cabinet</button>
      } @else {
        <p i18n>Personnes, rendez-vous, contrats, réglages&#8239;: tout disparaît {{ days }} jours après la demande. Jusque-là, vous pouvez changer d’avis.</p>
        <button matButton="outlined" type="button" disabledInteractive [disabled]="busy()" (click)="ask()" i18n>Effacer le cabinet…</button>
      }
      <p class="quiet small" role="status">{{ done() }}</p>
      <p class="problem" role="alert">{{ refusal() }}</p>
    </section>
  `,
  styleUrl: '../practice-page.scss',
  styles:
    '.due { padding: var(--space-3) var(--space-4); background: var(--color-signal-soft); } button { justify-self: start; } p:empty { display: none; }',
})
export class ErasureSection {
  readonly #client = inject(PracticeClient);
  readonly #dialogs = inject(MatDialog);
  readonly #session = inject(Session);

  /** As saved: what must be typed. */
  readonly name = input.required<string>();
  readonly asked = input.required<PracticeErasureReply | null>();

  protected readonly erasure = linkedSignal(() => this.asked());
  protected readonly days = ERASURE_DAYS;
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly refusal = signal('');

  protected say(at: number): string {
    return sayDate(this.#session.zone(), at);
  }

  protected async ask(): Promise<void> {
    const typed = await TypeToConfirmDialog.ask(this.#dialogs, {
      title: $localize`Effacer le cabinet\u202f?`,
      text: $localize`Dans ${ERASURE_DAYS}:count: jours, plus rien ne pourra être rétabli. Pensez à emporter les données avant.`,
      label: $localize`Le nom du cabinet, pour confirmer`,
      expected: this.name(),
      yes: $localize`Demander l’effacement`,
      no: $localize`Le garder`,
    });
    if (typed === null) return;
    await this.#attempt(async () => {
      this.erasure.set(await this.#client.askForErasure({ name: typed }));
      this.done.set($localize`L’effacement est demandé. Vous pouvez encore changer d’avis.`);
    });
  }

  protected async takeBack(): Promise<void> {
    await this.#attempt(async () => {
      await this.#client.takeErasureBack();
      this.erasure.set(null);
      this.done.set($localize`Le cabinet reste. Rien n’a été effacé.`);
    });
  }

  async #attempt(act: () => Promise<void>): Promise<void> {
    this.refusal.set('');
    this.done.set('');
    this.busy.set(true);
    try {
      await act();
    } catch (error) {
      this.refusal.set(wordsOf(error));
    } finally {
      this.busy.set(false);
    }
  }
}
