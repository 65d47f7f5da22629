import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { Router } from '@angular/router';
import { LANGUAGE } from '../ui/language';

/** The same page in the other language: each language is a build of its own, so this is an ordinary link. */
@Component({
  selector: 'visavis-language-switch',
  template: `<a [href]="address()" [attr.hreflang]="other" [attr.lang]="other">{{ name }}</a>`,
  styles: 'a { display: inline-block; padding-block: var(--space-2); }',
})
export class LanguageSwitch {
  readonly #router = inject(Router);
  readonly #navigated = toSignal(this.#router.events);

  protected readonly other = LANGUAGE === 'fr' ? 'en' : 'fr';
  protected readonly name = LANGUAGE === 'fr' ? 'English' : 'Français';
  protected readonly address = computed(() => {
    this.#navigated();
    return `/app/${this.other}${this.#router.url}`;
  });
}
