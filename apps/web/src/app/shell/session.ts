import { computed, Injectable, signal } from '@angular/core';
import type { SessionReply } from '@visavis/account';

/** Who is signed in. State only: the account client talks to the server. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #who = signal<SessionReply | null>(null);
  readonly #expired = signal(false);
  #comeback: PromiseWithResolvers<void> | null = null;

  readonly who = this.#who.asReadonly();
  /** True while somebody who was signed in must sign in again; the page they were on is kept. */
  readonly expired = this.#expired.asReadonly();
  readonly owner = computed(() => this.#who()?.roles.includes('owner') ?? false);

  begin(who: SessionReply): void {
    this.#who.set(who);
    this.#expired.set(false);
    this.#comeback?.resolve();
    this.#comeback = null;
  }

  end(): void {
    this.#who.set(null);
    this.#expired.set(false);
    this.#comeback?.reject(new Error('signed out'));
    this.#comeback = null;
  }

  /** Resolves when the same person has signed in again, so that what they were doing can go on. */
  comeback(): Promise<void> {
    this.#expired.set(true);
    this.#comeback ??= Promise.withResolvers<void>();
    return this.#comeback.promise;
  }
}
