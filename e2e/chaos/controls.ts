import type pg from 'pg';
import { checkFacts, type Rule } from './check-facts.ts';
import { type Facts, readFacts } from './facts.ts';
import type { Entry } from './ledger.ts';
import type { Delivery } from './mail-room.ts';

/** Something breaks on purpose, and the rule that must notice. */
export interface Control {
  name: string;
  rule: Rule;
  /** Statements run one after the other in a transaction that is rolled back. */
  sql?: readonly string[];
  mail?: (deliveries: readonly Delivery[]) => Delivery[];
}

const SOME_CALL = `(SELECT a.id FROM appointment a WHERE a.status = 'booked' AND a.sequence = 0
  AND a.starts_at > now() + interval '3 days' ORDER BY a.id LIMIT 1)`;

const COPY = `INSERT INTO appointment (practice_id, id, supervisor_id, kind, status, starts_at, ends_at, occupies, sequence,
    link_version, origin, created_at, updated_at)
  SELECT practice_id, gen_random_uuid(), supervisor_id, kind, status, starts_at + interval '15 minutes',
    ends_at + interval '15 minutes', tstzrange(lower(occupies) + interval '15 minutes', upper(occupies) + interval '15 minutes'),
    0, 1, origin, created_at, updated_at
  FROM appointment WHERE id = ${SOME_CALL}`;

const SECOND_CALL = `INSERT INTO discovery_call (practice_id, id, first_name, last_name, email, phone, reason, language,
    time_zone, open, created_at)
  SELECT d.practice_id, a.id, d.first_name, d.last_name, d.email, d.phone, d.reason, d.language, d.time_zone, false, d.created_at
  FROM discovery_call d, appointment a
  WHERE d.id = ${SOME_CALL} AND NOT EXISTS (SELECT 1 FROM discovery_call o WHERE o.id = a.id)`;

/** The exclusion constraint away: what it refuses is stored. */
export const OVERLAP = [`ALTER TABLE appointment DROP CONSTRAINT appointment_no_overlap`, COPY] as const;

export const CONTROLS: readonly Control[] = [
  { name: 'without the exclusion constraint an overlap gets in', rule: 'no-overlap', sql: OVERLAP },
  { name: 'a visitor is booked twice', rule: 'booked-once', sql: [...OVERLAP, SECOND_CALL] },
  {
    name: 'an acknowledged booking disappears',
    rule: 'nothing-lost',
    sql: [
      `CREATE TEMP TABLE gone ON COMMIT DROP AS SELECT id FROM appointment WHERE id = ${SOME_CALL}`,
      'DELETE FROM letter WHERE appointment_id IN (SELECT id FROM gone)',
      'DELETE FROM discovery_call WHERE id IN (SELECT id FROM gone)',
      'DELETE FROM appointment WHERE id IN (SELECT id FROM gone)',
    ],
  },
  {
    name: 'an acknowledged booking is cancelled behind its visitor’s back',
    rule: 'as-acknowledged',
    sql: [`UPDATE appointment SET status = 'cancelled' WHERE id = ${SOME_CALL}`],
  },
  {
    name: 'the confirmations of a call are not written',
    rule: 'letters-written',
    sql: [`DELETE FROM letter WHERE kind = 'confirmation' AND appointment_id = ${SOME_CALL}`],
  },
  {
    name: 'the reminders of a call are not written',
    rule: 'reminders-planned',
    sql: [`DELETE FROM letter WHERE kind LIKE 'reminder-%' AND appointment_id = ${SOME_CALL}`],
  },
  {
    name: 'a letter never leaves',
    rule: 'letters-delivered',
    sql: [
      `UPDATE letter SET state = 'planned' WHERE kind = 'confirmation' AND appointment_id = ${SOME_CALL}`,
    ],
  },
  {
    name: 'a letter counts as sent and never arrived',
    rule: 'letters-delivered',
    mail: (deliveries) => deliveries.filter(({ to }) => to !== deliveries[0]?.to),
  },
  {
    name: 'a letter is written twice',
    rule: 'one-letter-each',
    sql: [
      `INSERT INTO letter (practice_id, id, appointment_id, kind, recipient, language, sequence, due_at, state, attempts, created_at)
       SELECT practice_id, gen_random_uuid(), appointment_id, kind, recipient, language, sequence, due_at, state, attempts,
         created_at + interval '1 second'
       FROM letter WHERE kind = 'confirmation' AND recipient = 'visitor' AND appointment_id = ${SOME_CALL}`,
    ],
  },
  {
    name: 'a letter reaches somebody else',
    rule: 'right-reader',
    mail: (deliveries) =>
      deliveries.map((one, index) => (index === 0 ? { ...one, to: 'stranger@visitor.example' } : one)),
  },
  {
    name: 'a letter arrives again under another Message-ID',
    rule: 'right-reader',
    mail: (deliveries) =>
      deliveries.flatMap((one, index) =>
        index === 0 ? [one, { ...one, messageId: `${crypto.randomUUID()}@visavis.example` }] : [one],
      ),
  },
  {
    name: 'every letter arrives twice',
    rule: 'duplicates-rare',
    mail: (deliveries) => [...deliveries, ...deliveries],
  },
];

/** The facts with the damage done; the database is as before afterwards. */
async function damagedFacts(
  client: pg.Client,
  control: Control,
  deliveries: readonly Delivery[],
): Promise<Facts> {
  const mail = control.mail?.(deliveries) ?? deliveries;
  await client.query('BEGIN');
  try {
    for (const statement of control.sql ?? []) {
      const { command, rowCount } = await client.query(statement);
      if (command !== 'ALTER' && !rowCount) throw new Error(`the damage touched nothing: ${statement}`);
    }
    return await readFacts(client, mail);
  } finally {
    await client.query('ROLLBACK');
  }
}

/** Empty when the checker notices the damage by the rule meant for it. */
export async function runControl(
  client: pg.Client,
  control: Control,
  entries: readonly Entry[],
  deliveries: readonly Delivery[],
  mostDuplicates: number,
): Promise<string[]> {
  const facts = await damagedFacts(client, control, deliveries);
  const found = checkFacts(entries, facts, mostDuplicates);
  return found.some(({ rule }) => rule === control.rule)
    ? []
    : [`the checker noticed nothing against ${control.rule}`];
}
