import { Component, computed, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Interruptions } from './shell/interruptions';
import { ProveItsYou } from './shell/prove-its-you';
import { Session } from './shell/session';

@Component({
  selector: 'visavis-root',
  imports: [Interruptions, RouterOutlet],
  template: `
    <router-outlet />
    @defer (when interrupted()) {
      <visavis-interruptions />
    }
  `,
})
export class App {
  readonly #session = inject(Session);
  readonly #proof = inject(ProveItsYou);
  protected readonly interrupted = computed(() => this.#session.expired() || this.#proof.asked());
}
