import { inject, Injectable } from '@angular/core';
import { sessionReply, type SessionReply, type SignInWish } from '@visavis/account';
import * as z from 'zod';
import { ApiConnection } from '../shell/api-connection';
import { Refused } from '../shell/refused';
import { Session } from '../shell/session';

@Injectable({ providedIn: 'root' })
export class AccountClient {
  readonly #api = inject(ApiConnection);
  readonly #session = inject(Session);

  /** Who the cookie says is asking; null when nobody is signed in. */
  async resume(): Promise<SessionReply | null> {
    try {
      const who = await this.#api.get('/api/session', sessionReply);
      this.#session.begin(who);
      return who;
    } catch (error) {
      if (error instanceof Refused && error.reason === 'not-signed-in') return null;
      throw error;
    }
  }

  /** Does not begin the session of the client: the caller first looks whether it is still the same person. */
  signIn(wish: SignInWish): Promise<SessionReply> {
    return this.#api.post('/api/session', wish, sessionReply);
  }

  async signOut(): Promise<void> {
    await this.#api.delete('/api/session', z.undefined());
    this.#session.end();
  }
}
