import { inject, Injectable } from '@angular/core';
import {
  credentialsReply,
  passkeyOptions,
  recoveryCodesReply,
  sessionReply,
  signInsReply,
  totpReply,
  type AddPasskeyWish,
  type ChangePasswordWish,
  type ConfirmTotpWish,
  type CredentialsReply,
  type SignInsReply,
  type TotpReply,
} from '@visavis/account';
import * as z from 'zod';
import { ApiConnection } from '../shell/api-connection';
import { Session } from '../shell/session';

/** What one signs in with, and where one is signed in. Every method throws `Refused`. */
@Injectable({ providedIn: 'root' })
export class CredentialClient {
  readonly #api = inject(ApiConnection);
  readonly #session = inject(Session);

  credentials(signal?: AbortSignal): Promise<CredentialsReply> {
    return this.#api.get('/api/credentials', credentialsReply, signal);
  }

  async changePassword(wish: ChangePasswordWish): Promise<void> {
    this.#session.learn(await this.#api.put('/api/credentials/password', wish, sessionReply));
  }

  /** A secret for an authenticator; it counts once `confirmTotp` has seen a code of it. */
  beginTotp(): Promise<TotpReply> {
    return this.#api.post('/api/credentials/totp', undefined, totpReply);
  }

  async confirmTotp(wish: ConfirmTotpWish): Promise<void> {
    this.#session.learn(await this.#api.post('/api/credentials/totp/confirm', wish, sessionReply));
  }

  async removeTotp(): Promise<void> {
    await this.#api.delete('/api/credentials/totp', z.undefined());
  }

  /** Ten new ones; former ones are over. */
  async newRecoveryCodes(): Promise<readonly string[]> {
    return (await this.#api.post('/api/credentials/recovery-codes', undefined, recoveryCodesReply)).codes;
  }

  /** What the browser is to make a passkey from. */
  async passkeyOptions(): Promise<Record<string, unknown>> {
    return (await this.#api.post('/api/credentials/passkeys/options', undefined, passkeyOptions)).options;
  }

  async addPasskey(wish: AddPasskeyWish): Promise<void> {
    this.#session.learn(await this.#api.post('/api/credentials/passkeys', wish, sessionReply));
  }

  async removePasskey(id: string): Promise<void> {
    await this.#api.delete(`/api/credentials/passkeys/${encodeURIComponent(id)}`, z.undefined());
  }

  signIns(signal?: AbortSignal): Promise<SignInsReply> {
    return this.#api.get('/api/sign-ins', signInsReply, signal);
  }

  async endSignIn(id: string): Promise<void> {
    await this.#api.delete(`/api/sign-ins/${encodeURIComponent(id)}`, z.undefined());
  }

  async endOtherSignIns(): Promise<void> {
    await this.#api.post('/api/sign-ins/end-others', undefined, z.undefined());
  }
}
