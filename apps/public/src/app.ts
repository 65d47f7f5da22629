import { NgComponentOutlet } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { CurrentPage } from './current-page';
import { FRAME_WORDS } from './words/frame-words';

/** The frame around every page, and in it the page the server handed over. */
@Component({
  selector: 'vv-root',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [NgComponentOutlet],
  templateUrl: './app.html',
})
export class App {
  protected readonly words = FRAME_WORDS;
  protected readonly shown = inject(CurrentPage).shown;
  protected readonly practice = computed(() => {
    const page = this.shown()?.page;
    if (!page || page.kind === 'problem' || page.kind === 'verify') return null;
    return page.kind === 'manage' ? page.call.practice : page.practice;
  });
  /** The same page in the other language. */
  protected readonly otherLanguagePath = computed(() => {
    const page = this.shown()?.page;
    return page?.path.replace(/^\/(fr|en)/, page.language === 'fr' ? '/en' : '/fr') ?? '/';
  });
}
