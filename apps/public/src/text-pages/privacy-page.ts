import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { PrivacyPage as PrivacyPageData } from '@visavis/booking';

/** The practice's privacy notice and its imprint: plain text, blank lines between paragraphs. */
@Component({
  selector: 'vv-privacy-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <article class="column reading">
      <h1 i18n="@@privacy.title">Confidentialité</h1>
      @for (paragraph of notice(); track $index) {
        <p>{{ paragraph }}</p>
      }
      <h2 i18n="@@privacy.imprint">Mentions légales</h2>
      @for (paragraph of imprint(); track $index) {
        <p>{{ paragraph }}</p>
      }
    </article>
  `,
})
export class PrivacyPage {
  readonly page = input.required<PrivacyPageData>();

  protected readonly notice = computed(() => paragraphs(this.page().notice));
  protected readonly imprint = computed(() => paragraphs(this.page().imprint));
}

function paragraphs(text: string): string[] {
  return text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
}
