import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ProblemPage as ProblemPageData } from '@visavis/booking';

/** No page to show: says why, and what to do. */
@Component({
  selector: 'vv-problem-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="column">
      @switch (page().reason) {
        @case ('not-found') {
          <h1 i18n="@@problem.not-found">Cette page n’existe pas, ou plus</h1>
          <p class="lead" i18n="@@problem.not-found-hint">
            Le lien est peut-être incomplet, ou le rendez-vous a été effacé. Ouvrez de nouveau le lien reçu par e-mail, ou
            demandez son adresse au cabinet.
          </p>
        }
        @case ('too-many-requests') {
          <h1 i18n="@@problem.too-many">Trop de demandes d’un coup</h1>
          <p class="lead" i18n="@@problem.too-many-hint">Rien n’est perdu&#8239;: attendez {{ wait() }}, puis rechargez la page.</p>
        }
        @case ('cross-site') {
          <h1 i18n="@@problem.cross-site">Cette demande est venue d’un autre site</h1>
          <p class="lead" i18n="@@problem.cross-site-hint">Par prudence, elle n’a pas été prise en compte. Ouvrez la page directement, puis recommencez.</p>
        }
        @case ('unavailable') {
          <h1 i18n="@@problem.unavailable">Le service est très occupé</h1>
          <p class="lead" i18n="@@problem.unavailable-hint">Attendez {{ wait() }}, puis rechargez la page.</p>
        }
        @default {
          <h1 i18n="@@problem.failed">Quelque chose n’a pas marché</h1>
          <p class="lead" i18n="@@problem.failed-hint">C’est de notre côté, et nous l’avons noté. Réessayez dans un instant.</p>
        }
      }
    </div>
  `,
})
export class ProblemPage {
  readonly page = input.required<ProblemPageData>();

  protected readonly wait = computed(() => {
    const minutes = Math.ceil((this.page().retryAfterSeconds ?? 60) / 60);
    return minutes > 1 ? $localize`:@@wait.minutes:${minutes}:minutes:\u202fminutes` : $localize`:@@wait.minute:une minute`;
  });
}
