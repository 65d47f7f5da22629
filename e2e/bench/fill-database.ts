import type { BenchDatabase } from './bench-system.ts';
import { withClient } from './bench-system.ts';

/** Practices of a bench: `bench-1` … `bench-n`, each with one supervisor, `alex`, open day and night. */
export const practiceSlug = (number: number) => `bench-${number}`;

/**
 * Writes practices with one supervisor and `appointments` past and coming sessions each, straight into the
 * tables: what is measured is reading and booking, not filling. The exclusion constraint is added again at
 * the end, over all rows.
 */
export async function fillDatabase(
  database: BenchDatabase,
  practices: number,
  appointments: number,
): Promise<void> {
  await withClient(database.superuser, async (client) => {
    await client.query('SET session_replication_role = replica');
    await client.query('ALTER TABLE appointment DROP CONSTRAINT appointment_no_overlap');
    for (const statement of STATEMENTS) await client.query(statement, [practices]);
    await client.query(APPOINTMENTS, [practices, appointments]);
    await client.query(
      `ALTER TABLE appointment ADD CONSTRAINT appointment_no_overlap
       EXCLUDE USING gist (practice_id WITH =, supervisor_id WITH =, occupies WITH &&) WHERE (status = 'booked')`,
    );
    await client.query('ANALYZE');
  });
}

const id = (what: string) => `md5('${what}' || n)::uuid`;

const STATEMENTS = [
  `INSERT INTO practice SELECT ${id('p')}, 'Practice ' || n, 'FR', NULL, 12, '{}', '{"fr":"…","en":"…"}', '{"fr":"…","en":"…"}', now()
   FROM generate_series(1, $1::int) n`,
  `INSERT INTO practice_address SELECT 'bench-' || n, ${id('p')}, true FROM generate_series(1, $1::int) n`,
  `INSERT INTO account SELECT ${id('a')}, 'alex-' || n || '@example.org', 'Alex', 'fr', now() FROM generate_series(1, $1::int) n`,
  `INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
   SELECT ${id('p')}, ${id('m')}, ${id('a')}, '{owner,supervisor}', 'active', 'Alex', 'alex-' || n || '@example.org', 'fr', now()
   FROM generate_series(1, $1::int) n`,
  `INSERT INTO supervisor (practice_id, id, member_id, slug, name, email, language, introduction, time_zone, feed_version,
     feed_details, active, created_at)
   SELECT ${id('p')}, ${id('s')}, ${id('m')}, 'alex', 'Alex', 'alex-' || n || '@example.org', 'fr', '{"fr":"","en":""}',
     'Europe/Paris', 1, false, true, now() FROM generate_series(1, $1::int) n`,
  `INSERT INTO calendar SELECT ${id('p')}, ${id('s')}, 1 FROM generate_series(1, $1::int) n`,
  `INSERT INTO offer SELECT ${id('p')}, ${id('o')}, ${id('s')}, 'discovery-call', 30, 30, 0, 0, 0, 60, NULL, NULL,
     '[{"days":[1,2,3,4,5],"start":"09:00","end":"17:00"}]' FROM generate_series(1, $1::int) n`,
];

/** Sessions of an hour in the evening, outside the hours of discovery calls: half of them past, half to come. */
const APPOINTMENTS = `
  INSERT INTO appointment (practice_id, id, supervisor_id, kind, status, starts_at, ends_at, occupies, sequence, link_version,
    origin, created_at, updated_at)
  SELECT ${id('p')}, md5('x' || n || ' ' || k)::uuid, ${id('s')}, 'session', 'booked', at, at + interval '1 hour',
    tstzrange(at, at + interval '1 hour'), 0, 1, 'by-hand', now(), now()
  FROM generate_series(1, $1::int) n, generate_series(1, $2::int) k,
    LATERAL (SELECT date_trunc('day', now()) + interval '20 hours' + (k - $2 / 2) * interval '1 day' AS at) t`;
