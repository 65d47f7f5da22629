import { DOCUMENT, inject, Injectable, signal } from '@angular/core';

/** Whether the server can be reached, as far as this page has noticed. Who looks again is told elsewhere. */
@Injectable({ providedIn: 'root' })
export class Reach {
  readonly #away = signal(false);

  readonly isAway = this.#away.asReadonly();

  constructor() {
    const page = inject(DOCUMENT).defaultView;
    page?.addEventListener('offline', () => this.lost());
    if (page?.navigator.onLine === false) this.lost();
  }

  lost(): void {
    this.#away.set(true);
  }

  found(): void {
    this.#away.set(false);
  }
}
