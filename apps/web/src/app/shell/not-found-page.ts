import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'visavis-not-found-page',
  imports: [RouterLink],
  template: `
    <div class="page">
      <h1 i18n>Page introuvable</h1>
      <p i18n>Cette adresse ne mène nulle part, ou plus maintenant.</p>
      <p><a routerLink="/" i18n>Revenir au début</a></p>
    </div>
  `,
})
export class NotFoundPage {}

/** Shown for the moment between leaving the last page and being somewhere else. */
@Component({
  selector: 'visavis-leaving-page',
  template: `<p class="page" role="status" i18n>Un instant…</p>`,
})
export class LeavingPage {}
