import { inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../shell/session';
import { AccountClient } from './account-client';

/** Signs in whoever has just chosen a password, straight into the practice they came for. */
@Injectable({ providedIn: 'root' })
export class EnterPractice {
  readonly #client = inject(AccountClient);
  readonly #session = inject(Session);
  readonly #router = inject(Router);

  /** With a password alone where that is enough; otherwise the sign-in page asks for the rest. */
  async withPassword(slug: string, email: string, password: string): Promise<void> {
    const reply = await this.#client.signIn({ email, password });
    if ('next' in reply) return void (await this.#router.navigateByUrl('/sign-in'));
    this.#session.begin(reply);
    await this.#goTo(slug);
  }

  /** For who is signed in already. */
  async asSignedIn(slug: string): Promise<void> {
    await this.#client.resume();
    await this.#goTo(slug);
  }

  async #goTo(slug: string): Promise<void> {
    if (this.#session.who()?.practice.slug !== slug)
      this.#session.learn(await this.#client.switchPractice(slug));
    await this.#router.navigateByUrl('/');
  }
}
