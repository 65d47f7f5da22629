import * as z from 'zod';
import { missingOr } from '@visavis/typed-text';
import { idText, numberInQuery } from './wire-text';

const instant = z.number().int();

/** What the audit trail knows by name. Each says that it was done, by whom and to what, never the contents. */
export const AUDIT_ACTS = [
  // booking
  'booked',
  'moved',
  'cancelled',
  'rebooked',
  'email-corrected',
  'erased',
  'outcome-recorded',
  'letter-sent-again',
  'time-blocked',
  'block-removed',
  // settings
  'practice-changed',
  'offer-changed',
  'calendar-changed',
  'date-changed',
  'date-cleared',
  'holidays-closed',
  'contact-blocked',
  'contact-unblocked',
  'feed-changed',
  'feed-rotated',
  'own-page-changed',
  // one's own credentials
  'password-changed',
  'totp-added',
  'totp-removed',
  'passkey-added',
  'passkey-removed',
  'recovery-codes-made',
  'recovery-code-used',
  'email-changed',
  'account-changed',
  // people
  'practice-created',
  'member-invited',
  'invitation-sent-again',
  'invitation-withdrawn',
  'invitation-accepted',
  'member-roles-changed',
  'member-deactivated',
  'member-reactivated',
  'member-erased',
  // data
  'practice-exported',
  'account-exported',
  'practice-erasure-asked',
  'practice-erasure-taken-back',
  'practice-erased',
  // contracts
  'contract-template-changed',
  'contract-created',
  'contract-frozen',
  'contract-commented',
  'contract-changes-requested',
  'contract-declined',
  'contract-withdrawn',
  'contract-signed',
  'contract-amendment-opened',
  'contract-suspended',
  'contract-resumed',
  'contract-notice-given',
  'contract-notice-cancelled',
  'contract-agreement-asked',
  'contract-ended',
  'contract-completed',
  'contract-rescinded',
  'contract-renewal-opened',
  'contract-erased',
  'vault-erased',
  // supervision sessions
  'session-booked',
  'session-moved',
  'session-cancelled',
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

export const AUDIT_ACTORS = ['visitor', 'member', 'worker', 'operator'] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

/** `GET /api/audit` (owners): the newest first. `before` is `next` of the reply before. */
export const auditQuery = z.strictObject({
  size: numberInQuery(1, 100).default(50),
  before: idText.optional(),
  act: z.enum(AUDIT_ACTS, { error: 'not-in-list' }).optional(),
  actor: z.enum(AUDIT_ACTORS, { error: 'not-in-list' }).optional(),
  memberId: idText.optional(),
  objectId: idText.optional(),
  /** UTC dates, both included. */
  from: z.iso.date({ error: missingOr('invalid-date') }).optional(),
  to: z.iso.date({ error: missingOr('invalid-date') }).optional(),
});
export type AuditQuery = z.output<typeof auditQuery>;

export const auditReply = z.object({
  events: z.array(
    z.object({
      id: z.string(),
      at: instant,
      actor: z.enum(AUDIT_ACTORS),
      member: z.object({ id: z.string(), name: z.string() }).nullable(),
      /** One of `AUDIT_ACTS`, or a newer word. */
      act: z.string(),
      objectId: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});
export type AuditReply = z.output<typeof auditReply>;
