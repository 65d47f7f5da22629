import { inject, Injectable } from '@angular/core';
import {
  sessionReply,
  signInReply,
  type AccountWish,
  type ConfirmEmailWish,
  type NewEmailWish,
  type NewPasswordWish,
  type PasskeyAssertion,
  type PasswordResetWish,
  type ProofWish,
  type SecondFactorWish,
  type SessionReply,
  type SignInReply,
  type SignInWish,
} from '@visavis/account';
import type { MemberErasureWish } from '@visavis/practice';
import * as z from 'zod';
import { ApiConnection } from '../shell/api-connection';
import { Refused } from '../shell/refused';
import { Session } from '../shell/session';

const RESUME_MILLISECONDS = 8_000;

/**
 * Signing in and who one is. What signs in does not begin the session of the client: the caller first looks
 * whether it is still the same person. Every method throws `Refused`.
 */
@Injectable({ providedIn: 'root' })
export class AccountClient {
  readonly #api = inject(ApiConnection);
  readonly #session = inject(Session);

  /** Who the cookie says is asking; null when nobody is signed in. Does not wait long: a journal may be at hand. */
  async resume(): Promise<SessionReply | null> {
    try {
      const who = await this.#api.get('/api/session', sessionReply, AbortSignal.timeout(RESUME_MILLISECONDS));
      this.#session.begin(who);
      return who;
    } catch (error) {
      if (error instanceof Refused && error.reason === 'not-signed-in') return null;
      throw error;
    }
  }

  signIn(wish: SignInWish): Promise<SignInReply> {
    return this.#api.enter('/api/session', wish, signInReply);
  }

  completeSignIn(wish: SecondFactorWish): Promise<SessionReply> {
    return this.#api.enter('/api/session/second-factor', wish, sessionReply);
  }

  signInWithPasskey(passkey: PasskeyAssertion): Promise<SessionReply> {
    return this.#api.enter('/api/session/passkey', { passkey }, sessionReply);
  }

  async signOut(): Promise<void> {
    await this.#api.delete('/api/session', z.undefined());
    await this.leave();
  }

  /** Whoever leaves takes the copies of their journal off this device; the session has ended already. */
  async leave(): Promise<void> {
    this.#session.end();
    const { leaveDevice } = await import('../journal/vault/leave-device');
    // A browser that keeps nothing has nothing to forget.
    await leaveDevice().catch(() => undefined);
  }

  /** Another practice of the same person; every page is read again afterwards. */
  switchPractice(slug: string): Promise<SessionReply> {
    return this.#api.post('/api/session/practice', { practice: slug }, sessionReply);
  }

  /** A letter with a code, to the address of the account. */
  async sendProofCode(): Promise<void> {
    await this.#api.post('/api/session/proof/code', undefined, z.unknown());
  }

  async prove(wish: ProofWish): Promise<void> {
    this.#session.learn(await this.#api.post('/api/session/proof', wish, sessionReply));
  }

  async askForReset(wish: PasswordResetWish): Promise<void> {
    await this.#api.enter('/api/password-resets', wish, z.unknown());
  }

  async setNewPassword(id: string, secret: string, wish: NewPasswordWish): Promise<void> {
    const path = `/api/password-resets/${encodeURIComponent(id)}/${encodeURIComponent(secret)}`;
    await this.#api.enter(path, wish, z.undefined());
  }

  async change(wish: AccountWish): Promise<void> {
    this.#session.learn(await this.#api.patch('/api/account', wish, sessionReply));
  }

  /** Two letters with a code each: to the address one has, and to the new one. */
  async askForNewEmail(wish: NewEmailWish): Promise<void> {
    await this.#api.post('/api/account/email', wish, z.unknown());
  }

  async confirmNewEmail(wish: ConfirmEmailWish): Promise<void> {
    this.#session.learn(await this.#api.post('/api/account/email/confirm', wish, sessionReply));
  }

  /** One's own address, typed. */
  async erase(wish: MemberErasureWish): Promise<void> {
    await this.#api.post('/api/account/erasure', wish, z.unknown());
  }
}
