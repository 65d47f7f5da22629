import { DestroyRef, DOCUMENT, effect, inject, Injectable, untracked } from '@angular/core';
import { Router } from '@angular/router';
import { AccountClient } from '../account/account-client';
import { Reach } from './reach';
import { Session } from './session';
import { VaultLock } from './vault-lock';

const LOOK_EVERY_MILLISECONDS = 10_000;

/** While the server is away, asks now and then who is signed in, and takes up again what waited for it. */
@Injectable({ providedIn: 'root' })
export class Comeback {
  readonly #reach = inject(Reach);
  readonly #session = inject(Session);
  readonly #client = inject(AccountClient);
  readonly #router = inject(Router);
  readonly #vault = inject(VaultLock);
  readonly #document = inject(DOCUMENT);
  #timer: ReturnType<typeof setInterval> | undefined;
  #asking = false;

  constructor() {
    const look = () => void this.look();
    this.#document.defaultView?.addEventListener('online', look);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(this.#timer);
      this.#document.defaultView?.removeEventListener('online', look);
    });
    effect(() => {
      const waits = this.#reach.isAway() || this.#session.isCutOff();
      untracked(() => {
        clearInterval(this.#timer);
        if (waits) this.#timer = setInterval(look, LOOK_EVERY_MILLISECONDS);
      });
    });
  }

  async look(): Promise<void> {
    if (this.#asking || this.#document.hidden || !(this.#reach.isAway() || this.#session.isCutOff())) return;
    this.#asking = true;
    try {
      await this.#ask();
    } catch {
      // Still away: the next look is a matter of seconds.
    } finally {
      this.#asking = false;
    }
  }

  async #ask(): Promise<void> {
    const before = this.#session.who();
    const who = await this.#client.resume();
    if (who && before && (who.email !== before.email || who.practice.slug !== before.practice.slug))
      return this.#document.location.reload();
    if (before) return;
    const { url } = this.#router;
    if (who) return void (await this.#router.navigateByUrl(url, { onSameUrlNavigation: 'reload' }));
    // What is open in the journal stays on the screen; any other page could not have been opened at all.
    if (this.#vault.isOpen()) return void this.#session.comeback().catch(() => undefined);
    this.#session.end();
    await this.#router.navigate(['/sign-in'], { queryParams: url === '/' ? {} : { back: url } });
  }
}
