import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';

/** `POST /api/session` */
export const signInWish = z.strictObject({
  email: z.string({ error: 'required' }).trim().min(1, { error: 'required' }).max(254, { error: 'too-long' }),
  password: z.string({ error: 'required' }).min(1, { error: 'required' }).max(1024, { error: 'too-long' }),
});
export type SignInWish = z.output<typeof signInWish>;

export const ROLES = ['owner', 'supervisor'] as const;
export type Role = (typeof ROLES)[number];

/** `GET /api/session`: who is signed in. The token itself is only ever in the cookie. */
export const sessionReply = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(LANGUAGES),
  role: z.enum(ROLES),
  practice: z.object({ slug: z.string(), name: z.string() }),
  supervisor: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
});
export type SessionReply = z.output<typeof sessionReply>;

/** Every "no" of the account subject, with the HTTP status it becomes. */
export const ACCOUNT_REFUSALS = { 'wrong-credentials': 401 } as const;
export type AccountRefusal = keyof typeof ACCOUNT_REFUSALS;
