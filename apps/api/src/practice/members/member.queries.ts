import type { Direction, MemberReply, MemberSort } from '@visavis/practice';
import type { Transaction } from '../../database/transactions';

const COLUMNS = `
  m.id, m.name, m.email, m.language, m.roles, m.status,
  (extract(epoch FROM m.created_at) * 1000)::float8 AS "joinedAt",
  (extract(epoch FROM m.deactivated_at) * 1000)::float8 AS "deactivatedAt",
  CASE WHEN s.id IS NOT NULL THEN json_build_object('slug', s.slug, 'active', s.active) END AS supervisor`;

const OF_MEMBER = `LEFT JOIN supervisor s ON s.practice_id = m.practice_id AND s.member_id = m.id`;

const ONE = `
  SELECT ${COLUMNS} FROM member m ${OF_MEMBER}
  WHERE m.practice_id = $1 AND m.id = $2 AND m.erased_at IS NULL`;

/** null for who is no member, or was erased. */
export async function readMember(
  transaction: Transaction,
  practiceId: string,
  memberId: string,
): Promise<MemberReply | null> {
  const rows: MemberReply[] = await transaction.query(ONE, [practiceId, memberId]);
  return rows[0] ?? null;
}

/** $2 status, $3 role, $4 pattern, each null when it does not matter; $5 the supervisor asking, null for owners. */
const MATCHES = `
  m.practice_id = $1 AND m.erased_at IS NULL
  AND ($2::text IS NULL OR m.status = $2) AND ($3::text IS NULL OR m.roles @> ARRAY[$3::text])
  AND ($4::text IS NULL OR m.searched LIKE $4)
  AND ($5::uuid IS NULL OR m.roles && '{owner,supervisor}'
    OR m.id IN (SELECT i.member_id FROM invitation i
      WHERE i.practice_id = $1 AND i.invited_by = $5 AND i.member_id IS NOT NULL)
    OR m.id IN (SELECT c.coach_member_id FROM contract c
      JOIN supervisor v ON v.practice_id = c.practice_id AND v.id = c.supervisor_id
      WHERE c.practice_id = $1 AND v.member_id = $5 AND c.coach_member_id IS NOT NULL))`;

export const COUNT_MEMBERS = `SELECT count(*)::int AS total FROM member m WHERE ${MATCHES}`;

/** One statement per order: names of columns are never somebody's input. $6 rows from the $7th on. */
export const LIST_MEMBERS: Readonly<Record<MemberSort, Readonly<Record<Direction, string>>>> = {
  name: { ascending: ordered('searched', 'ASC'), descending: ordered('searched', 'DESC') },
  email: { ascending: ordered('email', 'ASC'), descending: ordered('email', 'DESC') },
  joined: { ascending: ordered('created_at', 'ASC'), descending: ordered('created_at', 'DESC') },
};

function ordered(column: string, direction: 'ASC' | 'DESC'): string {
  const order = `ORDER BY m.${column} ${direction}, m.id ${direction}`;
  // Only ids are sorted and skipped: rows are wide, and the last page sorts them all.
  return `
    SELECT ${COLUMNS} FROM (SELECT m.id FROM member m WHERE ${MATCHES} ${order} LIMIT $6 OFFSET $7) page
    JOIN member m ON m.practice_id = $1 AND m.id = page.id ${OF_MEMBER} ${order}`;
}
