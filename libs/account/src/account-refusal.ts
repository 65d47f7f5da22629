/** Every "no" of the account subject, with the HTTP status it becomes. */
export const ACCOUNT_REFUSALS = {
  'wrong-credentials': 401, // the address or the password, never which of them
  'wrong-code': 401, // a code that is wrong, used, over, or was tried too often
  'passkey-refused': 401,
  'second-factor-needed': 403, // this role works only with a passkey or an authenticator: enrol one first
  'proof-needed': 403, // prove again that it is you: a code by e-mail, or a passkey
  'passkey-known': 409, // this passkey is registered already
  'last-second-factor': 409,
  'link-over': 410, // used, too old, or never existed
  'password-too-common': 422,
} as const;
export type AccountRefusal = keyof typeof ACCOUNT_REFUSALS;
