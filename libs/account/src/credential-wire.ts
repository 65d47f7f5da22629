import * as z from 'zod';
import { passkeyRegistration } from './passkey-wire';
import { codeText, nameText, newPasswordText, passwordText } from './wire-text';

/**
 * `GET /api/credentials`: what one signs in with; moments are epoch milliseconds. Everything that changes
 * credentials needs a fresh proof (`proof-needed`) and is told by a letter.
 */
export const credentialsReply = z.object({
  password: z.object({ changedAt: z.number() }).nullable(),
  totp: z.object({ addedAt: z.number() }).nullable(),
  passkeys: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      addedAt: z.number(),
      lastUsedAt: z.number().nullable(),
      /** Kept by several devices (a password manager, an account of a system), not by one. */
      synced: z.boolean(),
    }),
  ),
  recoveryCodes: z.object({ left: z.int(), madeAt: z.number() }).nullable(),
});
export type CredentialsReply = z.output<typeof credentialsReply>;

/**
 * `POST /api/credentials/totp` (no body): a secret for an authenticator, as the address of its QR code and to be
 * typed. It counts once `POST /api/credentials/totp/confirm` → session has seen a code of it; until then one
 * that is enrolled goes on working.
 */
export const totpReply = z.object({ uri: z.string(), secret: z.string() });
export type TotpReply = z.output<typeof totpReply>;

export const confirmTotpWish = z.strictObject({ code: codeText });
export type ConfirmTotpWish = z.output<typeof confirmTotpWish>;

/** `POST /api/credentials/recovery-codes` (no body): ten new ones, shown once; former ones are over. */
export const recoveryCodesReply = z.object({ codes: z.array(z.string()) });
export type RecoveryCodesReply = z.output<typeof recoveryCodesReply>;

/**
 * `POST /api/credentials/passkeys` → session, after `POST /api/credentials/passkeys/options` (no body) →
 * `passkeyOptions`. Refusals: passkey-refused, passkey-known.
 */
export const addPasskeyWish = z.strictObject({ name: nameText, passkey: passkeyRegistration });
export type AddPasskeyWish = z.output<typeof addPasskeyWish>;

/**
 * `PUT /api/credentials/password` → session, all others end. Refusals: wrong-credentials (the current one),
 * password-too-common.
 */
export const changePasswordWish = z.strictObject({ current: passwordText, password: newPasswordText });
export type ChangePasswordWish = z.output<typeof changePasswordWish>;

/*
 * `DELETE /api/credentials/totp` and `DELETE /api/credentials/passkeys/:id` → 204; last-second-factor for the
 * only one of somebody whose role needs one.
 */
