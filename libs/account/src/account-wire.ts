import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';
import { addressText, codeText, nameText, newAddressText, newPasswordText } from './wire-text';

/** `POST /api/password-resets` → 202 and nothing else, whether the address is known or not. */
export const passwordResetWish = z.strictObject({ email: addressText });
export type PasswordResetWish = z.output<typeof passwordResetWish>;

/**
 * `POST /api/password-resets/:id/:secret` → 204, and every session ends; the second factor stays. The letter leads
 * to `/app/<language>/new-password/<id>/<secret>`. Refusals: link-over, password-too-common.
 */
export const newPasswordWish = z.strictObject({ password: newPasswordText });
export type NewPasswordWish = z.output<typeof newPasswordWish>;

/** `PATCH /api/account` → session: name and language, in every practice of the person. */
export const accountWish = z
  .strictObject({ name: nameText, language: z.enum(LANGUAGES, { error: 'not-in-list' }) })
  .partial();
export type AccountWish = z.output<typeof accountWish>;

/** `POST /api/account/email` → 202 with a fresh proof: a code to the address one has and another to the new one. */
export const newEmailWish = z.strictObject({ email: newAddressText });
export type NewEmailWish = z.output<typeof newEmailWish>;

/** `POST /api/account/email/confirm` → session; wrong-code for either of the two. */
export const confirmEmailWish = z.strictObject({ currentCode: codeText, newCode: codeText });
export type ConfirmEmailWish = z.output<typeof confirmEmailWish>;
