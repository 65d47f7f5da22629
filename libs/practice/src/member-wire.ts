import { LANGUAGES, ROLES } from '@visavis/kernel';
import * as z from 'zod';
import { line, missingOr } from '@visavis/typed-text';
import { numberInQuery } from './wire-text';

const instant = z.number().int();

export const MEMBER_STATUSES = ['active', 'deactivated'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** One to three different roles, in the order of `ROLES`. */
export const rolesText = z
  .array(z.enum(ROLES, { error: missingOr('not-in-list') }), { error: missingOr('invalid') })
  .min(1, { error: 'required' })
  .max(ROLES.length, { error: 'too-long' })
  .transform((roles) => ROLES.filter((role) => roles.includes(role)));

/** One member. Times are epoch milliseconds. */
export const memberReply = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  language: z.enum(LANGUAGES),
  roles: z.array(z.enum(ROLES)),
  status: z.enum(MEMBER_STATUSES),
  joinedAt: instant,
  deactivatedAt: instant.nullable(),
  /** Of a supervisor, also of a former one; `active` says whether the booking page is shown. */
  supervisor: z.object({ slug: z.string(), active: z.boolean() }).nullable(),
});
export type MemberReply = z.output<typeof memberReply>;

export const MEMBER_SORTS = ['name', 'email', 'joined'] as const;
export type MemberSort = (typeof MEMBER_SORTS)[number];
export const DIRECTIONS = ['ascending', 'descending'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** `GET /api/members` (owners and supervisors); `page` counts from 1. */
export const membersQuery = z.strictObject({
  page: numberInQuery(1, 100_000).default(1),
  size: numberInQuery(1, 100).default(50),
  sort: z.enum(MEMBER_SORTS, { error: 'not-in-list' }).default('name'),
  direction: z.enum(DIRECTIONS, { error: 'not-in-list' }).default('ascending'),
  status: z.enum(MEMBER_STATUSES, { error: 'not-in-list' }).optional(),
  role: z.enum(ROLES, { error: 'not-in-list' }).optional(),
  /** Part of a name or of an address, whatever its case and accents. */
  search: line(100).optional(),
});
export type MembersQuery = z.output<typeof membersQuery>;

export const membersReply = z.object({
  members: z.array(memberReply),
  /** Of the whole answer to the query, not of this page. */
  total: z.number().int(),
  page: z.number().int(),
  size: z.number().int(),
});
export type MembersReply = z.output<typeof membersReply>;

/** What others still count on when a supervisor goes: appointments ahead, contracts that run. */
export interface OpenWork {
  readonly appointments: number;
  readonly contracts: number;
}

/**
 * True after `still-open` was answered. Erasing ends contracts and calls off appointments, and tells people;
 * deactivating leaves both as they are.
 */
const anyway = z.boolean({ error: 'invalid' }).optional();

/** `PATCH /api/members/:id` (owners): roles, or whether the member may work here, or both. */
export const memberChange = z
  .strictObject({
    roles: rolesText.optional(),
    status: z.enum(MEMBER_STATUSES, { error: 'not-in-list' }).optional(),
    anyway,
  })
  .refine(({ roles, status }) => roles !== undefined || status !== undefined, { error: 'required' });
export type MemberChange = z.output<typeof memberChange>;

/** `POST /api/members/:id/erasure` (owners, fresh proof): the member's address, typed. */
export const memberErasureWish = z.strictObject({ email: line(254), anyway });
export type MemberErasureWish = z.output<typeof memberErasureWish>;
/** `POST /api/account/erasure` (fresh proof): one's own address, typed. */
export const accountErasureWish = memberErasureWish;
