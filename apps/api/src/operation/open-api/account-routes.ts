import {
  accountWish,
  addPasskeyWish,
  changePasswordWish,
  confirmEmailWish,
  confirmTotpWish,
  credentialsReply,
  newEmailWish,
  newPasswordWish,
  passkeyOptions,
  passkeySignInWish,
  passwordResetWish,
  proofWish,
  recoveryCodesReply,
  secondFactorWish,
  sessionReply,
  signInReply,
  signInsReply,
  signInWish,
  switchPracticeWish,
  totpReply,
} from '@visavis/account';
import { accountErasureWish } from '@visavis/practice';
import type { Routes } from './described';

/** Signing in, and what belongs to one person whatever the practice. The session's token is only ever in a cookie. */
export const ACCOUNT_ROUTES: Routes = {
  '/api/session': {
    get: { says: 'Who is signed in', answers: sessionReply },
    post: { says: 'Sign in, or be asked for the second check', asks: signInWish, answers: signInReply },
    delete: { says: 'Sign out', status: 204 },
  },
  '/api/session/second-factor': {
    post: { says: 'The second check, by a code', asks: secondFactorWish, answers: sessionReply },
  },
  '/api/session/passkey/options': {
    post: { says: 'What a browser asks a passkey', answers: passkeyOptions },
  },
  '/api/session/passkey': {
    post: { says: 'Sign in with a passkey', asks: passkeySignInWish, answers: signInReply },
  },
  '/api/session/practice': {
    post: { says: 'Go to another practice of the person', asks: switchPracticeWish, answers: sessionReply },
  },
  '/api/session/proof/code': { post: { says: 'Send a code by e-mail', status: 202 } },
  '/api/session/proof': {
    post: { says: 'Prove again who one is, for ten minutes', asks: proofWish, answers: sessionReply },
  },
  '/api/sign-ins': { get: { says: 'Where one is signed in', answers: signInsReply } },
  '/api/sign-ins/{id}': { delete: { says: 'Sign out there', status: 204 } },
  '/api/sign-ins/end-others': { post: { says: 'Sign out everywhere else', status: 204 } },
  '/api/credentials': { get: { says: 'What one signs in with', answers: credentialsReply } },
  '/api/credentials/password': {
    put: {
      says: 'Change the password (fresh proof); all other sessions end',
      asks: changePasswordWish,
      answers: sessionReply,
    },
  },
  '/api/credentials/totp': {
    post: { says: 'A secret for an authenticator (fresh proof)', answers: totpReply },
    delete: { says: 'Remove the authenticator (fresh proof)', status: 204 },
  },
  '/api/credentials/totp/confirm': {
    post: {
      says: 'From now on the authenticator counts (fresh proof)',
      asks: confirmTotpWish,
      answers: sessionReply,
    },
  },
  '/api/credentials/recovery-codes': {
    post: { says: 'Ten new recovery codes, shown once (fresh proof)', answers: recoveryCodesReply },
  },
  '/api/credentials/passkeys/options': {
    post: { says: 'What a browser asks to make a passkey (fresh proof)', answers: passkeyOptions },
  },
  '/api/credentials/passkeys': {
    post: {
      says: 'Add a passkey (fresh proof)',
      asks: addPasskeyWish,
      answers: sessionReply,
      status: 201,
    },
  },
  '/api/credentials/passkeys/{id}': { delete: { says: 'Remove a passkey (fresh proof)', status: 204 } },
  '/api/password-resets': {
    post: {
      says: 'Send a link for a new password, if the address is known',
      asks: passwordResetWish,
      status: 202,
    },
  },
  '/api/password-resets/{id}/{secret}': {
    post: { says: 'Choose a new password; every session ends', asks: newPasswordWish, status: 204 },
  },
  '/api/account': { patch: { says: 'Change name or language', asks: accountWish, answers: sessionReply } },
  '/api/account/email': {
    post: {
      says: 'Send codes to the old and the new address (fresh proof)',
      asks: newEmailWish,
      status: 202,
    },
  },
  '/api/account/email/confirm': {
    post: { says: 'Change the address, with both codes', asks: confirmEmailWish, answers: sessionReply },
  },
  '/api/account/export': {
    get: { says: 'Everything about oneself (fresh proof)', file: 'application/zip' },
  },
  '/api/account/erasure': {
    post: { says: 'Erase oneself everywhere (fresh proof)', asks: accountErasureWish, status: 204 },
  },
};
