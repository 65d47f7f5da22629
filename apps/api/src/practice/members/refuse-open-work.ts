import type { Instant } from '@visavis/kernel';
import { refuse, type OpenWork } from '@visavis/practice';
import type { Transaction } from '../../database/transactions';

const COUNT = `
  SELECT (SELECT count(*)::int FROM appointment a WHERE a.practice_id = $1 AND a.supervisor_id = s.id
      AND a.kind <> 'block' AND a.status = 'booked' AND a.starts_at > $3) AS appointments,
    (SELECT count(*)::int FROM contract c WHERE c.practice_id = $1 AND c.supervisor_id = s.id
      AND c.state IN ('signed', 'active', 'suspended', 'notice-given')) AS contracts
  FROM supervisor s WHERE s.practice_id = $1 AND s.member_id = $2`;

/** A supervisor whom others still count on does not go without a word. @throws Refusal still-open with the figures */
export async function refuseOpenWork(
  transaction: Transaction,
  practiceId: string,
  memberId: string,
  now: Instant,
): Promise<void> {
  const [open]: OpenWork[] = await transaction.query(COUNT, [practiceId, memberId, new Date(now)]);
  if (open !== undefined && open.appointments + open.contracts > 0) throw refuse('still-open', { open });
}
