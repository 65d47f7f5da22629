import { LANGUAGES } from '@visavis/kernel';
import * as z from 'zod';
import { passkeyAssertion } from './passkey-wire';
import { ROLES } from './roles';
import { addressText, codeText, passwordText, recoveryCodeText } from './wire-text';

/** `POST /api/session` */
export const signInWish = z.strictObject({ email: addressText, password: passwordText });
export type SignInWish = z.output<typeof signInWish>;

/** What can be enrolled besides the password; recovery codes stand in for the first. */
export const SECOND_FACTORS = ['totp', 'passkey'] as const;
export type SecondFactor = (typeof SECOND_FACTORS)[number];

const practiceName = z.object({ slug: z.string(), name: z.string() });

/** `GET /api/session`: who is signed in. The token itself is only ever in the cookie. */
export const sessionReply = z.object({
  name: z.string(),
  email: z.string(),
  language: z.enum(LANGUAGES),
  /** In the practice of this session. */
  roles: z.array(z.enum(ROLES)),
  /** Deactivated, without a role, and back for their vault and their account alone; null for every other member. */
  former: z.object({ until: z.number() }).nullable(),
  practice: practiceName,
  /** All practices of the person, this one among them, by name: `POST /api/session/practice` switches. */
  practices: z.array(practiceName),
  /** Null for who is no supervisor of this practice. */
  supervisor: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }).nullable(),
  secondFactor: z.object({
    enrolled: z.array(z.enum(SECOND_FACTORS)),
    /** True: the role works only with a second factor and none is enrolled; nothing else answers before. */
    needed: z.boolean(),
    /** How many recovery codes are left. */
    recoveryCodes: z.int(),
  }),
  /** Until when credentials may be changed without proving again who one is, epoch milliseconds. */
  provenUntil: z.number().nullable(),
});
export type SessionReply = z.output<typeof sessionReply>;

/** Ways to complete a sign-in after the password. */
export const SECOND_FACTOR_METHODS = ['totp', 'recovery-code', 'passkey'] as const;
export type SecondFactorMethod = (typeof SECOND_FACTOR_METHODS)[number];

/** The password was right and is not enough: a code (within ten minutes), or a passkey in its place. */
export const secondFactorReply = z.object({
  next: z.literal('second-factor'),
  methods: z.array(z.enum(SECOND_FACTOR_METHODS)),
});
export type SecondFactorReply = z.output<typeof secondFactorReply>;

/** What `POST /api/session` answers. */
export const signInReply = z.union([secondFactorReply, sessionReply]);
export type SignInReply = z.output<typeof signInReply>;

/** `POST /api/session/second-factor` → session; refusals: wrong-code, not-signed-in (too late: password again). */
export const secondFactorWish = z.discriminatedUnion('method', [
  z.strictObject({ method: z.literal('totp'), code: codeText }),
  z.strictObject({ method: z.literal('recovery-code'), code: recoveryCodeText }),
]);
export type SecondFactorWish = z.output<typeof secondFactorWish>;

/** `POST /api/session/passkey` → session, after `POST /api/session/passkey/options` (no body) → `passkeyOptions`. */
export const passkeySignInWish = z.strictObject({ passkey: passkeyAssertion });
export type PasskeySignInWish = z.output<typeof passkeySignInWish>;

/** `POST /api/session/practice` → session; not-found for a practice one is not a member of. */
export const switchPracticeWish = z.strictObject({
  practice: z.string({ error: 'required' }).min(1, { error: 'required' }).max(60, { error: 'too-long' }),
});
export type SwitchPracticeWish = z.output<typeof switchPracticeWish>;

/**
 * `POST /api/session/proof` → session: the code of the letter that `POST /api/session/proof/code` (no body, 202)
 * sends, or a passkey answering `POST /api/session/passkey/options`.
 */
export const proofWish = z.union([
  z.strictObject({ code: codeText }),
  z.strictObject({ passkey: passkeyAssertion }),
]);
export type ProofWish = z.output<typeof proofWish>;
