import { Component, computed, inject, input } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import type { ContractReply } from '@visavis/supervision';
import { Session } from '../../shell/session';
import { FocusTitle } from '../../ui/focus-title';
import { sayDate } from '../../ui/say-date';
import { STATE_WORDS } from '../supervision-words';
import { turnWords } from '../whose-turn';

/** What stands above every page about one contract: with whom, where it is, whose turn it is, where to go. */
@Component({
  selector: 'visavis-contract-header',
  imports: [FocusTitle, RouterLink, RouterLinkActive],
  template: `
    <p class="crumb"><a routerLink="/contracts" i18n>Contrats</a></p>
    <h1 visavisFocusTitle>{{ name() }}</h1>
    <p class="status">
      <span class="badge" [class]="contract().state">{{ state() }}</span>
      @if (turn()) {
        <span><b>{{ turn() }}</b>&ngsp;<span class="quiet" i18n>depuis le {{ since() }}</span></span>
      }
    </p>
    <nav aria-label="Ce contrat" i18n-aria-label>
      <a [routerLink]="['/contracts', contract().id]" [routerLinkActiveOptions]="{ exact: true }" routerLinkActive="here" ariaCurrentWhenActive="page" i18n>Texte</a>
      @if (contract().inForce) {
        <a [routerLink]="['/contracts', contract().id, 'sessions']" routerLinkActive="here" ariaCurrentWhenActive="page" i18n>Séances et minutes</a>
      }
      <a [routerLink]="['/contracts', contract().id, 'evidence']" routerLinkActive="here" ariaCurrentWhenActive="page" i18n>Preuves</a>
    </nav>
  `,
  styleUrl: './contract-header.scss',
})
export class ContractHeader {
  readonly #session = inject(Session);

  readonly contract = input.required<ContractReply>();
  protected readonly name = computed(() => titleOf(this.contract()));
  protected readonly state = computed(() => STATE_WORDS[this.contract().state]);
  protected readonly turn = computed(() => turnWords(this.contract(), this.contract().mine));
  protected readonly since = computed(() => sayDate(this.#session.zone(), this.contract().since));
}

/** « Contrat avec Nadia Fictive » */
export function titleOf({ mine, supervisor, coach }: ContractReply): string {
  if (mine === null) return $localize`Contrat de ${supervisor.name}:supervisor: et ${coach.name}:coach:`;
  const { name } = mine === 'supervisor' ? coach : supervisor;
  return $localize`Contrat avec ${name}:name:`;
}
