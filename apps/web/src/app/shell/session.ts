import { computed, Injectable, signal } from '@angular/core';
import type { Role, SessionReply } from '@visavis/account';

/** Who is signed in. State only: the account client talks to the server. */
@Injectable({ providedIn: 'root' })
export class Session {
  readonly #who = signal<SessionReply | null>(null);
  readonly #expired = signal(false);
  readonly #cutOff = signal(false);
  #comeback: PromiseWithResolvers<void> | null = null;

  readonly who = this.#who.asReadonly();
  /** True while somebody who was signed in must sign in again; the page they were on is kept. */
  readonly expired = this.#expired.asReadonly();
  /** Nobody could be asked who is signed in: only what is on this device can be shown. */
  readonly isCutOff = this.#cutOff.asReadonly();
  /** Deactivated, and back for their vault and their account until then, epoch milliseconds; null for a member. */
  readonly formerUntil = computed(() => this.#who()?.former?.until ?? null);
  readonly owner = computed(() => this.is('owner'));
  /** A supervisor's calendar has a zone of its own; everybody else reads times where they are. */
  readonly zone = computed(
    () => this.#who()?.supervisor?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  );

  is(...roles: readonly Role[]): boolean {
    return this.#who()?.roles.some((role) => roles.includes(role)) ?? false;
  }

  begin(who: SessionReply): void {
    this.#who.set(who);
    this.#cutOff.set(false);
    this.#expired.set(false);
    this.#comeback?.resolve();
    this.#comeback = null;
  }

  /** The same person, known better: a new name, a fresh proof, another second factor. */
  learn(who: SessionReply): void {
    this.#who.set(who);
  }

  /** The server did not answer who is signed in. */
  cutOff(): void {
    this.#cutOff.set(true);
  }

  end(): void {
    this.#who.set(null);
    this.#cutOff.set(false);
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
