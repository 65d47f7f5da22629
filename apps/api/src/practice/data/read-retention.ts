import type { Instant } from '@visavis/kernel';
import type { RetentionReply } from '@visavis/practice';
import type { Transaction } from '../../database/transactions';

// Counts and dates only. The same conditions as the functions that find what is to be erased.
const READ = `
  SELECT k.kind, k.months, count(*) FILTER (WHERE k.due_at <= $2)::int AS due,
    (extract(epoch FROM min(k.due_at) FILTER (WHERE k.due_at <= $2)) * 1000)::float8 AS "oldestDueAt",
    (extract(epoch FROM min(k.due_at) FILTER (WHERE k.due_at > $2)) * 1000)::float8 AS "nextDueAt"
  FROM (
    SELECT 'prospects' AS kind, p.retention_months AS months,
      greatest(d.created_at, a.ends_at) + make_interval(months => p.retention_months) AS due_at
    FROM practice p
    LEFT JOIN discovery_call d ON d.practice_id = p.practice_id AND d.erased_at IS NULL
    LEFT JOIN appointment a ON a.practice_id = d.practice_id AND a.id = d.id
    WHERE p.practice_id = $1
    UNION ALL
    SELECT 'contracts-not-concluded', p.retention_months, contract_kept_until(c, p)
    FROM practice p LEFT JOIN contract c ON c.practice_id = p.practice_id AND c.concluded_at IS NULL
    WHERE p.practice_id = $1
    UNION ALL
    SELECT 'contract-evidence', p.contract_retention_years * 12, contract_kept_until(c, p)
    FROM practice p LEFT JOIN contract c ON c.practice_id = p.practice_id AND c.concluded_at IS NOT NULL
    WHERE p.practice_id = $1
    UNION ALL
    SELECT 'vaults-set-aside', 3, v.set_aside_at + interval '90 days'
    FROM practice p LEFT JOIN vaults_set_aside($1) v ON true
    WHERE p.practice_id = $1
    UNION ALL
    SELECT 'vaults-left', 12, v.left_at + interval '12 months'
    FROM practice p LEFT JOIN vaults_left($1) v ON true
    WHERE p.practice_id = $1) k
  GROUP BY k.kind, k.months ORDER BY k.kind LIKE 'vaults-%', k.kind DESC`;

/** What the next round of retention would erase in a practice, without erasing it. */
export async function readRetention(
  transaction: Transaction,
  practiceId: string,
  now: Instant,
): Promise<RetentionReply> {
  const kinds: RetentionReply['kinds'] = await transaction.query(READ, [practiceId, new Date(now)]);
  return { asOf: now, kinds };
}
