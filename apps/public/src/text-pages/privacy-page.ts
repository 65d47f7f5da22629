import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PrivacyPage as PrivacyPageData } from '@visavis/booking';
import { PRIVACY_WORDS } from '../words/text-page-words';

/** The practice's privacy notice and its imprint: plain text, blank lines between paragraphs. */
@Component({
  selector: 'vv-privacy-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article class="column reading">
      <h1>{{ words.title }}</h1>
      @for (paragraph of notice(); track $index) {
        <p>{{ paragraph }}</p>
      }
      <h2>{{ words.imprint }}</h2>
      @for (paragraph of imprint(); track $index) {
        <p>{{ paragraph }}</p>
      }
    </article>
  `,
})
export class PrivacyPage {
  protected readonly words = PRIVACY_WORDS;

  readonly page = input.required<PrivacyPageData>();

  protected readonly notice = computed(() => paragraphs(this.page().notice));
  protected readonly imprint = computed(() => paragraphs(this.page().imprint));
}

function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}
