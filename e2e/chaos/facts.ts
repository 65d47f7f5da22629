import type pg from 'pg';
import type { Delivery } from './mail-room.ts';

/** A discovery call as the database has it. Times are epoch milliseconds. */
export interface StoredCall {
  id: string;
  supervisorId: string;
  supervisor: string;
  supervisorEmail: string;
  status: string;
  start: number;
  occupiesFrom: number;
  occupiesTo: number;
  sequence: number;
  changedAt: number;
  email: string | null;
}

export interface StoredLetter {
  id: string;
  callId: string;
  kind: string;
  recipient: 'visitor' | 'supervisor';
  sequence: number;
  state: string;
  failure: string | null;
  dueAt: number;
}

/** All that the checker looks at besides the ledger. */
export interface Facts {
  calls: readonly StoredCall[];
  letters: readonly StoredLetter[];
  deliveries: readonly Delivery[];
}

const MS = (column: string) => `(extract(epoch from ${column}) * 1000)::float8`;

/** Plain rows; nothing here asks the exclusion constraint or its operator. */
export async function readFacts(client: pg.Client, deliveries: readonly Delivery[]): Promise<Facts> {
  const calls = await client.query<StoredCall>(
    `SELECT a.id, a.supervisor_id AS "supervisorId", s.slug AS supervisor, s.email AS "supervisorEmail", a.status,
       ${MS('a.starts_at')} AS start, ${MS('lower(a.occupies)')} AS "occupiesFrom", ${MS('upper(a.occupies)')} AS "occupiesTo",
       a.sequence, ${MS('a.updated_at')} AS "changedAt", d.email
     FROM appointment a
     JOIN supervisor s ON s.practice_id = a.practice_id AND s.id = a.supervisor_id
     LEFT JOIN discovery_call d ON d.practice_id = a.practice_id AND d.id = a.id`,
  );
  const letters = await client.query<StoredLetter>(
    `SELECT id, appointment_id AS "callId", kind, recipient, sequence, state, failure, ${MS('due_at')} AS "dueAt" FROM letter`,
  );
  return { calls: calls.rows, letters: letters.rows, deliveries: [...deliveries] };
}

/** Letters that should have left by now and have not. */
export async function lettersUnderWay(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM letter WHERE state IN ('planned', 'sending') AND due_at <= now()`,
  );
  return rows[0]?.count ?? 0;
}
