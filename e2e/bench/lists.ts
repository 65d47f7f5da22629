import { createHash, randomBytes } from 'node:crypto';
import { withClient, type BenchDatabase } from './bench-system.ts';
import { median } from './load.ts';

export interface ListFigures {
  /** Medians and worst pages over HTTP, milliseconds. */
  readonly contractsMs: number;
  readonly worstContractsMs: number;
  readonly peopleMs: number;
}

/** Reads every page of a list of so many contracts, and of as many people, as an owner does. */
export async function benchLists(
  database: BenchDatabase,
  origin: string,
  size: number,
): Promise<ListFigures> {
  const cookie = await fill(database, size);
  const read = async (path: string) => {
    const from = performance.now();
    const response = await fetch(`${origin}${path}`, { headers: { cookie } });
    const body = (await response.json()) as { next?: string | null; contracts?: unknown[] };
    if (response.status !== 200) throw new Error(`${path} was answered ${response.status}`);
    return { body, ms: performance.now() - from };
  };
  for (let warm = 0; warm < 10; warm++) await read('/api/contracts');
  const contracts: number[] = [];
  let seen = 0;
  for (let after: string | null | undefined = ''; after !== null && after !== undefined;) {
    const { body, ms }: Awaited<ReturnType<typeof read>> = await read(
      `/api/contracts${after === '' ? '' : `?after=${after}`}`,
    );
    contracts.push(ms);
    seen += body.contracts?.length ?? 0;
    after = body.next;
  }
  if (seen !== size) throw new Error(`${seen} of ${size} contracts were listed`);
  const people: number[] = [];
  for (let page = 1; page <= size / 50; page += 10)
    people.push((await read(`/api/members?page=${page}&size=50`)).ms);
  return {
    contractsMs: median(contracts),
    worstContractsMs: Math.max(...contracts),
    peopleMs: median(people),
  };
}

/** Coaches of one practice, each with a contract in force; answers with the owner's cookie. */
async function fill(database: BenchDatabase, size: number): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  await withClient(database.superuser, async (client) => {
    await client.query('SET session_replication_role = replica');
    for (const statement of STATEMENTS) await client.query(statement, [size]);
    await client.query(
      `INSERT INTO session (id, account_id, practice_id, token_hash, browser, system, second_factor_at, created_at,
         last_seen_at, expires_at)
       SELECT gen_random_uuid(), md5('a1')::uuid, md5('p1')::uuid, $1, 'other', 'other', now(), now(), now(),
         now() + interval '1 day'`,
      [createHash('sha256').update(token).digest()],
    );
    await client.query(
      `INSERT INTO membership_index VALUES (md5('a1')::uuid, md5('p1')::uuid, md5('m1')::uuid) ON CONFLICT DO NOTHING`,
    );
    await client.query('ANALYZE');
  });
  return `__Host-session=${token}`;
}

const CONTENT = `jsonb_build_object('format', jsonb_build_object('startsOn', '2027-01-04',
  'term', jsonb_build_object('kind', 'package', 'minutes', 900, 'validMonths', 12)), 'clauses', repeat('text ', 8000))`;

const STATEMENTS = [
  `INSERT INTO account SELECT md5('ca' || n)::uuid, 'coach-' || n || '@example.org', 'Coach ' || n, 'fr', now()
   FROM generate_series(1, $1::int) n`,
  `INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
   SELECT md5('p1')::uuid, md5('cm' || n)::uuid, md5('ca' || n)::uuid, '{coach}', 'active', 'Coach ' || n,
     'coach-' || n || '@example.org', 'fr', now() FROM generate_series(1, $1::int) n`,
  `INSERT INTO contract (practice_id, id, supervisor_id, number, coach_member_id, coach_name, coach_email, state, last_number,
     in_force_number, in_force_since, asked, waits_for, waits_since, created_at, updated_at)
   SELECT md5('p1')::uuid, md5('c' || n)::uuid, md5('s1')::uuid, n, md5('cm' || n)::uuid, 'Coach ' || n,
     'coach-' || n || '@example.org', 'active', 1, 1, now(), '{}', 'nobody', now(), now(), now() - n * interval '1 minute'
   FROM generate_series(1, $1::int) n`,
  `INSERT INTO contract_version (practice_id, contract_id, number, state, revision, draft, attempt, seal_state, seal_attempts,
     created_at, updated_at)
   SELECT md5('p1')::uuid, md5('c' || n)::uuid, 1, 'in-force', 1, '{}', 1, 'sealed', 1, now(), now()
   FROM generate_series(1, $1::int) n`,
  `INSERT INTO contract_text (practice_id, contract_id, number, attempt, content, canonical_json, canonical_sha256, pdf,
     pdf_sha256, frozen_at, lapses_at)
   SELECT md5('p1')::uuid, md5('c' || n)::uuid, 1, 1, ${CONTENT}, '{}', sha256(n::text::bytea), '%PDF', sha256(n::text::bytea),
     now(), now() FROM generate_series(1, $1::int) n`,
];
