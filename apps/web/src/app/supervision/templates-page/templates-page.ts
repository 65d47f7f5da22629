import { Component, computed, inject, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import type { ContractDraft, TemplateReply } from '@visavis/supervision';
import { LANGUAGE_WORDS } from '../../booking/booking-words';
import { wordsOf } from '../../shell/refusal-words';
import { Session } from '../../shell/session';
import { sayDate } from '../../ui/say-date';
import { Skeleton } from '../../ui/skeleton';
import { ContractClient } from '../contract-client';

/** What contracts begin with: the product's own templates, and those of the practice. */
@Component({
  selector: 'visavis-templates-page',
  imports: [MatButton, RouterLink, Skeleton],
  template: `
    <div class="page">
      <h1 i18n>Modèles de contrat</h1>
      <p class="lead" i18n>Un contrat commence par un modèle. Ceux de Visavis se lisent et se copient&#8239;; une copie appartient au cabinet et se modifie. Faites relire le vôtre par votre conseil.</p>
      @if (problem()) {
        <p class="problem" role="alert">{{ problem() }}</p>
      }
      @if (rows(); as rows) {
        <ul class="bare">
          @for (row of rows; track row.template.id) {
            <li class="card">
              <p><a [routerLink]="['/contract-templates', row.template.id]">{{ row.template.name }}</a><br /><span class="quiet small">{{ row.about }}</span></p>
              @if (owner()) {
                <button matButton="outlined" type="button" [attr.aria-label]="row.copyLabel" disabledInteractive [disabled]="busy()" (click)="copy(row.template)" i18n>Copier pour le cabinet</button>
              }
            </li>
          }
        </ul>
      } @else if (!problem()) {
        <visavis-skeleton [lines]="6" />
      }
    </div>
  `,
  styles: `
    li { display: flex; flex-wrap: wrap; gap: var(--space-3); align-items: center; justify-content: space-between; margin-block-end: var(--space-3); }
    li p { margin: 0; }
    .problem { color: var(--color-signal); }
  `,
})
export class TemplatesPage {
  readonly #client = inject(ContractClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);

  readonly #loaded = resource({ loader: ({ abortSignal }) => this.#client.templates(abortSignal) });
  readonly #refusal = signal('');
  protected readonly problem = computed(() =>
    this.#loaded.error() ? wordsOf(this.#loaded.error()) : this.#refusal(),
  );
  protected readonly busy = signal(false);
  protected readonly owner = this.#session.owner;
  protected readonly rows = computed(() =>
    this.#loaded.hasValue()
      ? this.#loaded.value().map((template) => ({
          template,
          about: this.#about(template),
          copyLabel: $localize`Copier pour le cabinet\u202f: ${template.name}:name:`,
        }))
      : null,
  );

  protected async copy({ name, language, clauses, defaults }: TemplateReply): Promise<void> {
    this.busy.set(true);
    this.#refusal.set('');
    try {
      const copied = await this.#client.addTemplate({
        name: $localize`${name}:name: (copie)`,
        language,
        clauses,
        defaults: defaults as unknown as ContractDraft,
        number: 0,
      });
      await this.#router.navigate(['/contract-templates', copied.id]);
    } catch (error) {
      this.#refusal.set(wordsOf(error));
    } finally {
      this.busy.set(false);
    }
  }

  #about({ origin, language, number, updatedAt }: TemplateReply): string {
    const words = LANGUAGE_WORDS[language];
    if (origin === 'product') return $localize`Modèle de Visavis, en ${words}:language:`;
    const on = updatedAt === null ? '' : sayDate(this.#session.zone(), updatedAt);
    return $localize`Modèle du cabinet, en ${words}:language:, version ${number}:number: du ${on}:date:`;
  }
}
