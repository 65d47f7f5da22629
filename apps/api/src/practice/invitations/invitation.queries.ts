import type { Language, Role } from '@visavis/kernel';
import type { InvitationReply } from '@visavis/practice';
import type { Transaction } from '../../database/transactions';

/** An invitation as it is stored. */
export interface InvitationRow {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly language: Language;
  readonly version: number;
  readonly state: 'open' | 'accepted' | 'withdrawn' | 'expired';
  readonly invited_by: string;
  readonly expires_at: Date;
}

// The letter says how far an open invitation has come; its last one counts.
const COLUMNS = `
  i.id, i.email, i.name, i.roles, i.language,
  CASE WHEN i.state <> 'open' THEN i.state WHEN i.expires_at <= $2 THEN 'expired'
    ELSE coalesce((SELECT CASE l.state WHEN 'sent' THEN 'sent' WHEN 'failed' THEN 'failed' ELSE 'planned' END
      FROM letter l WHERE l.practice_id = i.practice_id AND l.invitation_id = i.id AND l.recipient = 'invitee'
      ORDER BY l.created_at DESC, l.id DESC LIMIT 1), 'planned') END AS state,
  (SELECT m.name FROM member m WHERE m.practice_id = i.practice_id AND m.id = i.invited_by AND m.erased_at IS NULL)
    AS "invitedBy",
  (extract(epoch FROM i.created_at) * 1000)::float8 AS "createdAt",
  (extract(epoch FROM i.expires_at) * 1000)::float8 AS "expiresAt",
  (extract(epoch FROM i.accepted_at) * 1000)::float8 AS "acceptedAt",
  i.member_id AS "memberId"`;

const ONE = `SELECT ${COLUMNS} FROM invitation i WHERE i.practice_id = $1 AND i.id = $3`;

export async function readInvitation(
  transaction: Transaction,
  practiceId: string,
  id: string,
  now: Date,
): Promise<InvitationReply | null> {
  const rows: InvitationReply[] = await transaction.query(ONE, [practiceId, now, id]);
  return rows[0] ?? null;
}

/** $1 practice, $2 now, $3 the inviter when only their own are shown, $4 the state asked for. */
const MATCHES = `
  i.practice_id = $1 AND ($3::uuid IS NULL OR i.invited_by = $3)
  AND CASE $4::text WHEN 'waiting' THEN i.state = 'open' AND i.expires_at > $2
    WHEN 'expired' THEN i.state = 'expired' OR (i.state = 'open' AND i.expires_at <= $2)
    ELSE $4 IS NULL OR i.state = $4 END`;

export const COUNT_INVITATIONS = `SELECT count(*)::int AS total FROM invitation i WHERE ${MATCHES}`;
export const LIST_INVITATIONS = `
  SELECT ${COLUMNS} FROM invitation i WHERE ${MATCHES} ORDER BY i.created_at DESC, i.id DESC LIMIT $5 OFFSET $6`;

const LOCK = `
  SELECT id, email, name, roles, language, version, state, invited_by, expires_at FROM invitation
  WHERE practice_id = $1 AND id = $2 FOR UPDATE`;

export async function lockInvitation(
  transaction: Transaction,
  practiceId: string,
  id: string,
): Promise<InvitationRow | null> {
  const rows: InvitationRow[] = await transaction.query(LOCK, [practiceId, id]);
  return rows[0] ?? null;
}

const INVITER = `
  SELECT m.name, m.roles FROM member m
  WHERE m.practice_id = $1 AND m.id = $2 AND m.status = 'active' AND m.erased_at IS NULL`;

/** Who invited, with the roles they have now; null for who no longer works here. */
export async function readInviter(
  transaction: Transaction,
  practiceId: string,
  memberId: string,
): Promise<{ readonly name: string; readonly roles: readonly Role[] } | null> {
  const rows: { name: string; roles: Role[] }[] = await transaction.query(INVITER, [practiceId, memberId]);
  return rows[0] ?? null;
}
