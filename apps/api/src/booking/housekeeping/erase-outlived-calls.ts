import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import { findAcross, type HousekeepingTools } from './housekeeping-tools';

/** Erases what visitors told once their practice's retention has passed; one audit row each, by the worker. */
export async function eraseOutlivedCalls(tools: HousekeepingTools): Promise<number> {
  const now = tools.clock.now();
  return findAcross(
    tools,
    { text: 'SELECT practice_id, call_id AS id FROM outlived_calls($1, $2)', moment: now },
    async (transaction, practiceId, ids) => {
      for (const id of ids) await eraseOne(transaction, practiceId, id, new Date(now));
    },
  );
}

async function eraseOne(transaction: Transaction, practiceId: string, id: string, now: Date): Promise<void> {
  const [rows]: [unknown[], number] = await transaction.query(
    `UPDATE discovery_call
     SET first_name = NULL, last_name = NULL, email = NULL, phone = NULL, words = NULL, open = false, erased_at = $3
     WHERE practice_id = $1 AND id = $2 AND erased_at IS NULL RETURNING id`,
    [practiceId, id, now],
  );
  if (rows.length === 0) return;
  await transaction.query(
    `UPDATE letter SET state = 'superseded', failure = 'erased'
     WHERE practice_id = $1 AND appointment_id = $2 AND state = 'planned'`,
    [practiceId, id],
  );
  await transaction.query(
    `INSERT INTO audit_event (practice_id, id, at, actor, act, object_id) VALUES ($1, $2, $3, 'worker', 'erased', $4)`,
    [practiceId, randomUUIDv7(), now, id],
  );
}
