import type { Instant } from '@visavis/kernel';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../database/transactions';
import type { Asking } from '../http/asking';

/** What a signed-in member did to settings. Never what the settings say. */
export type SettingsAct =
  | 'practice-changed'
  | 'offer-changed'
  | 'calendar-changed'
  | 'date-changed'
  | 'date-cleared'
  | 'holidays-closed'
  | 'contact-blocked'
  | 'contact-unblocked'
  | 'feed-changed'
  | 'feed-rotated';

/** What a person did to their own account, or with it. */
export type AccountAct =
  | 'password-changed'
  | 'totp-added'
  | 'totp-removed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'recovery-codes-made'
  | 'recovery-code-used'
  | 'email-changed'
  | 'account-changed';

/** One row in the practice's audit trail, in the transaction of the change itself. */
export async function noteAct(
  transaction: Transaction,
  asking: Asking,
  act: SettingsAct | AccountAct,
  objectId: string,
  now: Instant,
): Promise<void> {
  await transaction.query(
    `INSERT INTO audit_event (practice_id, id, at, actor, member_id, act, object_id)
     VALUES ($1, $2, $3, 'member', $4, $5, $6)`,
    [asking.practiceId, randomUUIDv7(), new Date(now), asking.memberId, act, objectId],
  );
}
