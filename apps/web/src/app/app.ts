import { Component, computed, DOCUMENT, inject, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationError, Router, RouterOutlet } from '@angular/router';
import { Interruptions } from './shell/interruptions';
import { ProveItsYou } from './shell/prove-its-you';
import { Reach } from './shell/reach';
import { REFUSAL_WORDS, wordsOf } from './shell/refusal-words';
import { Refused } from './shell/refused';
import { Session } from './shell/session';

/** A page that cannot be reached says so, in place of the nothing a failed navigation leaves. */
@Component({
  selector: 'visavis-root',
  imports: [Interruptions, RouterOutlet],
  template: `
    @if (stuck()) {
      <div class="page" role="alert">
        <p>{{ stuck() }}</p>
        <button type="button" (click)="reload()" i18n>Réessayer</button>
      </div>
    }
    <router-outlet />
    @defer (when interrupted()) {
      <visavis-interruptions />
    }
  `,
})
export class App {
  readonly #session = inject(Session);
  readonly #proof = inject(ProveItsYou);
  readonly #reach = inject(Reach);
  readonly #document = inject(DOCUMENT);

  protected readonly interrupted = computed(() => this.#session.expired() || this.#proof.asked());
  protected readonly stuck = signal('');

  constructor() {
    inject(Router)
      .events.pipe(takeUntilDestroyed())
      .subscribe((event) => {
        if (event instanceof NavigationEnd) this.stuck.set('');
        if (event instanceof NavigationError) this.stuck.set(this.#whyStuck(event.error));
      });
  }

  protected reload(): void {
    this.#document.defaultView?.location.reload();
  }

  /** What is no answer of the server is a part of the client: not on this device yet, or gone since a newer one is. */
  #whyStuck(error: unknown): string {
    if (error instanceof Refused) return wordsOf(error);
    return this.#reach.isAway() ? REFUSAL_WORDS.offline : REFUSAL_WORDS.unreadable;
  }
}
