import type { Instant } from '@visavis/kernel';
import { refuse } from '@visavis/practice';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import { bindInvitedCoach } from '../../supervision/contracts/contract.queries';
import { lockPractice } from '../lock-practice';
import { becomeSupervisor } from '../members/become-supervisor';
import type { OpenInvitation } from './find-invitation';

const JOIN = `
  INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
  SELECT $1, $2, a.id, $4, 'active', a.name, a.email, a.language, $5 FROM account a WHERE a.id = $3
  ON CONFLICT DO NOTHING RETURNING name`;
const ACCEPT = `
  UPDATE invitation SET state = 'accepted', accepted_at = $3, member_id = $4 WHERE practice_id = $1 AND id = $2`;
const NOTE = `
  INSERT INTO audit_event (practice_id, id, at, actor, member_id, act, object_id)
  VALUES ($1, $2, $3, 'member', $4, 'invitation-accepted', $5)`;

/**
 * The person, whose account exists and who is the transaction's person, becomes a member as the invitation says.
 * @returns the member's id
 * @throws Refusal already-member
 */
export async function joinPractice(
  transaction: Transaction,
  practiceId: string,
  accountId: string,
  invitation: OpenInvitation,
  now: Instant,
): Promise<string> {
  await lockPractice(transaction, practiceId);
  const memberId = randomUUIDv7();
  const at = new Date(now);
  const joined: { name: string }[] = await transaction.query(JOIN, [
    practiceId,
    memberId,
    accountId,
    invitation.roles,
    at,
  ]);
  const [member] = joined;
  if (member === undefined) throw refuse('already-member');
  await transaction.query(
    'INSERT INTO membership_index (account_id, practice_id, member_id) VALUES ($1, $2, $3)',
    [accountId, practiceId, memberId],
  );
  if (invitation.roles.includes('supervisor'))
    await becomeSupervisor(transaction, { practiceId, memberId, name: member.name }, now);
  await transaction.query(ACCEPT, [practiceId, invitation.id, at, memberId]);
  await bindInvitedCoach(transaction, practiceId, invitation.id, memberId, now);
  await transaction.query(NOTE, [practiceId, randomUUIDv7(), at, memberId, invitation.id]);
  return memberId;
}
