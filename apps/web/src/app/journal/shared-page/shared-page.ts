import { Component, computed, inject, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session } from '../../shell/session';
import { sayMoment } from '../../ui/say-time';
import { titleOf } from '@visavis/journal';
import { Skeleton } from '../../ui/skeleton';
import { troubleWords, wordsOfTrouble } from '../journal-words';
import { JournalVault } from '../vault/journal-vault';

/** What others have shared with the person: the reader's list. */
@Component({
  selector: 'visavis-shared-page',
  imports: [RouterLink, Skeleton],
  template: `
    <div class="page">
      <h1 i18n>Partagées avec moi</h1>
      <p class="lead" i18n>Chaque entrée reste à qui l’a écrite, qui peut reprendre le partage à tout moment.</p>
      @if (problem()) {
        <p class="card" role="alert">{{ problem() }}</p>
      }
      <ul class="bare">
        @for (one of entries(); track one.id) {
          <li>
            <a [routerLink]="['/journal/shared', one.id]"><span class="title">{{ one.title }}</span></a>
            <span>{{ one.ownerName }}</span>
            <span class="small quiet" i18n>Partagée le {{ one.when }}, changée le {{ one.changed }}</span>
            <span class="small quiet" i18n>{one.comments, plural, =0 {aucun commentaire} =1 {un commentaire} other {{{ one.comments }} commentaires}}</span>
            @if (!one.isVerified) {
              <span class="small warn" i18n>Non vérifiée</span>
            }
            @if (one.said) {
              <span class="small warn">{{ one.said }}</span>
            }
          </li>
        } @empty {
          @if (isReading()) {
            <li><visavis-skeleton /></li>
          } @else if (!problem()) {
            <li class="quiet" i18n>Personne ne partage d’entrée avec vous en ce moment.</li>
          }
        }
      </ul>
    </div>
  `,
  styleUrl: './shared-page.scss',
})
export class SharedPage {
  readonly #vault = inject(JournalVault);
  readonly #read = resource({ loader: () => this.#vault.readShared() });
  protected readonly problem = computed(() => (this.#read.error() ? wordsOfTrouble(this.#read.error()) : ''));
  protected readonly isReading = this.#read.isLoading;
  readonly #session = inject(Session);
  protected readonly entries = computed(() =>
    this.#vault.shared().map((one) => ({
      ...one,
      when: sayMoment(this.#session.zone(), one.sharedAt),
      changed: sayMoment(this.#session.zone(), one.savedAt),
      isVerified: one.pin === 'verified',
      title: one.entry
        ? titleOf(one.entry) || $localize`Sans titre`
        : $localize`Entrée qui ne peut pas être ouverte`,
      said: one.trouble === null ? '' : troubleWords(one.trouble),
    })),
  );
}
