import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ErasedPage as ErasedPageData } from '@visavis/booking';
import { ERASED_WORDS } from '../words/erased-words';

/** Nothing is left; a way back stays. */
@Component({
  selector: 'vv-erased-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="column">
      <h1 id="done-title" tabindex="-1">{{ words.title }}</h1>
      <p class="lead">{{ words.lead }}</p>
      <p>
        <a class="button" [href]="'/' + page().language + '/c/' + page().practice.slug">{{ words.again }}</a>
      </p>
    </div>
  `,
})
export class ErasedPage {
  protected readonly words = ERASED_WORDS;

  readonly page = input.required<ErasedPageData>();
}
