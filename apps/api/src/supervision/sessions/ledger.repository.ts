import type { Instant } from '@visavis/kernel';
import { EMPTY_LEDGER, type LedgerEntry, type LedgerHead } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';

/** Number and balance of the last line; call under the contract's lock when something is to be appended. */
export async function readLedgerHead(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
): Promise<LedgerHead> {
  const [head]: LedgerHead[] = await transaction.query(
    `SELECT seq, balance_after AS "balanceAfter" FROM ledger_entry
     WHERE practice_id = $1 AND contract_id = $2 ORDER BY seq DESC LIMIT 1`,
    [practiceId, contractId],
  );
  return head ?? EMPTY_LEDGER;
}

/** A line with when it was written and about which session's time. */
export interface DatedEntry extends LedgerEntry {
  readonly at: Instant;
  readonly sessionStart: Instant | null;
}

/** The whole ledger, oldest line first. */
export function readLedger(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
): Promise<DatedEntry[]> {
  return transaction.query(
    `SELECT e.seq, e.kind, e.minutes, e.change, e.supervision_minutes AS "supervisionMinutes",
       e.balance_after AS "balanceAfter", e.session_id AS "sessionId", e.note,
       (extract(epoch FROM e.at) * 1000)::float8 AS at, (extract(epoch FROM a.starts_at) * 1000)::float8 AS "sessionStart"
     FROM ledger_entry e
     LEFT JOIN supervision_session s ON s.practice_id = $1 AND s.id = e.session_id
     LEFT JOIN appointment a ON a.practice_id = $1 AND a.id = s.appointment_id
     WHERE e.practice_id = $1 AND e.contract_id = $2 ORDER BY e.seq`,
    [practiceId, contractId],
  );
}

/** Minutes a session still holds: reserved, and neither used up nor given back. */
export async function readReserved(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
  sessionId: string,
): Promise<number> {
  const [row]: { reserved: number }[] = await transaction.query(
    `SELECT coalesce(sum(CASE kind WHEN 'reserved' THEN minutes WHEN 'corrected' THEN 0 WHEN 'granted' THEN 0
       ELSE -minutes END), 0)::int AS reserved
     FROM ledger_entry WHERE practice_id = $1 AND contract_id = $2 AND session_id = $3`,
    [practiceId, contractId, sessionId],
  );
  return row?.reserved ?? 0;
}

/** Appends lines under the contract's lock; the number of each is unique, so a race would not be told twice. */
export async function appendLedger(
  transaction: Transaction,
  practiceId: string,
  contractId: string,
  entries: readonly LedgerEntry[],
  now: Instant,
): Promise<void> {
  for (const entry of entries) {
    await transaction.query(
      `INSERT INTO ledger_entry (practice_id, contract_id, seq, kind, minutes, change, supervision_minutes, balance_after,
         session_id, note, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        practiceId,
        contractId,
        entry.seq,
        entry.kind,
        entry.minutes,
        entry.change,
        entry.supervisionMinutes,
        entry.balanceAfter,
        entry.sessionId,
        entry.note,
        new Date(now),
      ],
    );
  }
}
