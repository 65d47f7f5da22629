import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ErasedPage as ErasedPageData } from '@visavis/booking';

/** Nothing is left; a way back stays. */
@Component({
  selector: 'vv-erased-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="column">
      <h1 id="done-title" tabindex="-1" i18n="@@erased.title">Vos données sont effacées</h1>
      <p class="lead" i18n="@@erased.lead">
        Votre nom, votre adresse, votre numéro et vos réponses ne sont plus chez nous. S’il restait un rendez-vous, il est annulé.
      </p>
      <p>
        <a class="button" [href]="'/' + page().language + '/c/' + page().practice.slug" i18n="@@erased.again">Voir les horaires</a>
      </p>
    </div>
  `,
})
export class ErasedPage {
  readonly page = input.required<ErasedPageData>();
}
