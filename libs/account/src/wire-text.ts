import { oneLine } from '@visavis/typed-text';
import * as z from 'zod';

/** Characters of a new password. */
export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 1024;

/** An address as somebody types it; whether it exists is not its shape's affair. */
export const addressText = z
  .string({ error: 'required' })
  .trim()
  .min(1, { error: 'required' })
  .max(254, { error: 'too-long' });

/** An address that letters will be sent to. */
export const newAddressText = addressText.pipe(
  z.email({ error: 'invalid-email', pattern: z.regexes.html5Email }),
);

export const nameText = oneLine(120);

/** A password to be checked. */
export const passwordText = z
  .string({ error: 'required' })
  .min(1, { error: 'required' })
  .max(LONGEST_PASSWORD, { error: 'too-long' });

/** A password to be kept; the server refuses common ones besides. */
export const newPasswordText = z
  .string({ error: 'required' })
  .min(SHORTEST_PASSWORD, { error: 'too-short' })
  .max(LONGEST_PASSWORD, { error: 'too-long' });

/** Six digits, as an authenticator shows and a letter tells them; spaces between them do not count. */
export const codeText = z
  .string({ error: 'required' })
  .transform((text) => text.replaceAll(/[\s\u202f]/g, ''))
  .pipe(z.string().regex(/^\d{6}$/, { error: 'invalid' }));

/** `ABCDE-FGHJK`; case, spaces and hyphens do not count. */
export const recoveryCodeText = z
  .string({ error: 'required' })
  .transform((text) => text.replaceAll(/[\s-]/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-HJ-NP-Z2-9]{10}$/, { error: 'invalid' }));
