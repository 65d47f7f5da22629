export { ACCOUNT_REFUSALS, type AccountRefusal } from './account-refusal';
export {
  accountWish,
  confirmEmailWish,
  newEmailWish,
  newPasswordWish,
  passwordResetWish,
} from './account-wire';
export type {
  AccountWish,
  ConfirmEmailWish,
  NewEmailWish,
  NewPasswordWish,
  PasswordResetWish,
} from './account-wire';
export {
  addPasskeyWish,
  changePasswordWish,
  confirmTotpWish,
  credentialsReply,
  recoveryCodesReply,
  totpReply,
} from './credential-wire';
export type {
  AddPasskeyWish,
  ChangePasswordWish,
  ConfirmTotpWish,
  CredentialsReply,
  RecoveryCodesReply,
  TotpReply,
} from './credential-wire';
export { passkeyAssertion, passkeyOptions, passkeyRegistration } from './passkey-wire';
export type { PasskeyAssertion, PasskeyOptions, PasskeyRegistration } from './passkey-wire';
export { needsSecondFactor, ROLES, type Role } from './roles';
export {
  passkeySignInWish,
  proofWish,
  SECOND_FACTOR_METHODS,
  SECOND_FACTORS,
  secondFactorReply,
  secondFactorWish,
  sessionReply,
  signInReply,
  signInWish,
  switchPracticeWish,
} from './session-wire';
export type {
  PasskeySignInWish,
  ProofWish,
  SecondFactor,
  SecondFactorMethod,
  SecondFactorReply,
  SecondFactorWish,
  SessionReply,
  SignInReply,
  SignInWish,
  SwitchPracticeWish,
} from './session-wire';
export { BROWSERS, signInsReply, SYSTEMS } from './sign-ins-wire';
export type { Browser, SignInsReply, System } from './sign-ins-wire';
export { SHORTEST_PASSWORD } from './wire-text';
