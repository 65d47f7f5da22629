/** Letters that tell a one-time code or carry a link: they are over when it is. */
export const CODE_LETTERS = [
  'proof-code',
  'email-code-current',
  'email-code-new',
  'email-taken',
  'password-reset',
] as const;
export type CodeLetterKind = (typeof CODE_LETTERS)[number];

/** Letters that tell what has just been changed, so that nobody's credentials change in silence. */
export const NOTICE_LETTERS = [
  'password-changed',
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'email-changed',
] as const;
export type NoticeLetterKind = (typeof NOTICE_LETTERS)[number];

export const ACCOUNT_LETTER_KINDS = [...CODE_LETTERS, ...NOTICE_LETTERS] as const;
export type AccountLetterKind = (typeof ACCOUNT_LETTER_KINDS)[number];
