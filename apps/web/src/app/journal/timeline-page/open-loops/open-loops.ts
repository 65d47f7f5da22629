import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatSnackBar } from '@angular/material/snack-bar';
import { RouterLink } from '@angular/router';
import { type Answers, type BidEntry, type Stored, writeAnswer } from '@visavis/journal';
import { attempts } from '../../attempts';
import { sayDayAndYear } from '../../../ui/say-time';
import { changeEntry } from '../../change-entry';
import { entryTitle } from '../../entry-title';
import { JournalVault } from '../../vault/journal-vault';

const AT_ONCE = 5;

/** Bids that were decided long ago and not laid down: take one up, or lay it down, which can be taken back. */
@Component({
  selector: 'visavis-open-loops',
  imports: [MatButton, RouterLink],
  template: `
    <section class="card" aria-labelledby="loops-title">
      <h2 id="loops-title" i18n>Pas encore posées</h2>
      <p class="small quiet" i18n>Décidées depuis plus de soixante jours. Reprendre, ou poser&#8239;: les deux vont.</p>
      <ul class="bare">
        @for (loop of shown(); track loop.id) {
          <li>
            <span class="what">
              <span class="name">{{ loop.title }}</span>
              <span class="quiet small" i18n>décidée le {{ loop.decided }}</span>
            </span>
            <span class="acts">
              <a matButton [routerLink]="['/journal', loop.id]" [attr.aria-label]="loop.takeUp" i18n>Reprendre</a>
              <button matButton type="button" [disabled]="readOnly() || working()" [attr.aria-label]="loop.layDown" (click)="layDown(loop.id)" i18n>Poser</button>
            </span>
          </li>
        }
      </ul>
      @if (loops().length > shown().length) {
        <button matButton type="button" (click)="all.set(true)" i18n>Toutes les montrer ({{ loops().length }})</button>
      }
    </section>
  `,
  styleUrl: './open-loops.scss',
})
export class OpenLoops {
  readonly #vault = inject(JournalVault);
  readonly #notices = inject(MatSnackBar);
  readonly loops = input.required<readonly Stored<BidEntry>[]>();
  readonly readOnly = input(false);

  protected readonly all = signal(false);
  readonly #attempts = attempts();
  protected readonly working = this.#attempts.working;
  protected readonly shown = computed(() =>
    this.loops()
      .slice(0, this.all() ? undefined : AT_ONCE)
      .map(({ id, entry }) => {
        const title = entryTitle(entry);
        return {
          id,
          title,
          decided: sayDayAndYear(entry.answers.outcome_date ?? entry.createdOn),
          takeUp: $localize`Reprendre ${title}:title:`,
          layDown: $localize`Poser ${title}:title:`,
        };
      }),
  );

  protected async layDown(id: string): Promise<void> {
    const former = this.loops().find((loop) => loop.id === id)?.entry.answers.closed;
    await this.#attempts.try(async () => {
      await this.#say(id, 'closed');
      const notice = this.#notices.open($localize`C’est posé.`, $localize`Annuler`);
      notice.onAction().subscribe(() => void this.#attempts.try(() => this.#say(id, former)));
    });
  }

  async #say(id: string, state: Answers['closed']): Promise<void> {
    await changeEntry(this.#vault, id, (entry) =>
      entry.kind === 'bid' ? writeAnswer(entry, 'closed', state) : entry,
    );
  }
}
