import { LANGUAGES, ROLES, type Language } from '@visavis/kernel';
import * as z from 'zod';
import { rolesText } from './member-wire';
import { missingOr, oneLine } from '@visavis/typed-text';
import { emailText, numberInQuery } from './wire-text';

const instant = z.number().int();

/** Days an invitation can be accepted, counted from its sending. */
export const INVITATION_DAYS = 14;

/** `planned`, `sent` and `failed` are of the letter: the invitation itself is open then. */
export const INVITATION_STATES = ['planned', 'sent', 'failed', 'accepted', 'withdrawn', 'expired'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** `POST /api/invitations`: owners invite anybody, supervisors invite coaches only. */
export const invitationWish = z.strictObject({
  email: emailText,
  name: oneLine(120),
  roles: rolesText,
  /** Of the letter, and first of the account. */
  language: z.enum(LANGUAGES, { error: missingOr('not-in-list') }),
});
export type InvitationWish = z.output<typeof invitationWish>;

/** Times are epoch milliseconds. */
export const invitationReply = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  language: z.enum(LANGUAGES),
  state: z.enum(INVITATION_STATES),
  /** Who invited; null when they are no longer known by name. */
  invitedBy: z.string().nullable(),
  createdAt: instant,
  expiresAt: instant,
  acceptedAt: instant.nullable(),
  /** The member that came of it. */
  memberId: z.string().nullable(),
});
export type InvitationReply = z.output<typeof invitationReply>;

/** `GET /api/invitations`: the newest first; supervisors see their own, owners all. */
export const invitationsQuery = z.strictObject({
  page: numberInQuery(1, 100_000).default(1),
  size: numberInQuery(1, 100).default(50),
  /** `waiting`: neither accepted, nor withdrawn, nor expired. */
  state: z.enum(['waiting', 'accepted', 'withdrawn', 'expired'], { error: 'not-in-list' }).optional(),
});
export type InvitationsQuery = z.output<typeof invitationsQuery>;

export const invitationsReply = z.object({
  invitations: z.array(invitationReply),
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
});
export type InvitationsReply = z.output<typeof invitationsReply>;

/** `GET /api/public/:practice/invitations/:id/:secret`: what whoever holds the link may know. */
export const invitationPageReply = z.object({
  practice: z.object({ slug: z.string(), name: z.string() }),
  email: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  language: z.enum(LANGUAGES),
  invitedBy: z.string().nullable(),
  expiresAt: instant,
  /** `new`: choose a name and a password. `existing`: sign in to this address's account, then accept. */
  account: z.enum(['new', 'existing']),
});
export type InvitationPageReply = z.output<typeof invitationPageReply>;

/**
 * `POST` of the same: accepting. For a new account name and password are required. Whoever has an account sends
 * neither when signed in to it, and otherwise its password: that adds the membership and opens no session.
 */
export const invitationAcceptance = z.strictObject({
  name: oneLine(120).optional(),
  password: z
    .string({ error: 'invalid' })
    .min(1, { error: 'required' })
    .max(1024, { error: 'too-long' })
    .optional(),
  language: z.enum(LANGUAGES, { error: 'not-in-list' }).optional(),
});
export type InvitationAcceptance = z.output<typeof invitationAcceptance>;

export const acceptedInvitationReply = z.object({
  practice: z.object({ slug: z.string(), name: z.string() }),
  /** Sign in next with this address. */
  email: z.string(),
  account: z.enum(['created', 'joined']),
});
export type AcceptedInvitationReply = z.output<typeof acceptedInvitationReply>;

/** Path of the page behind an invitation's link; the secret stands in the fragment, which no server is sent. */
export function invitationPath(language: Language, practice: string, id: string, secret: string): string {
  return `/app/${language}/invitation/${practice}/${id}#${secret}`;
}
