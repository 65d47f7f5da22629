import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { freshDatabase } from '../testing/fresh-database';
import { createDataSource } from '../database/data-source';
import { Transactions } from '../database/transactions';
import { violates } from '../database/violates';
import { createPractice } from '../practice/create-practice';
import { aNewPractice } from '../testing/a-practice';

const HASH = createHash('sha256').update('text').digest();
const NOW = new Date('2027-01-11T07:00:00Z');

describe('the tables that keep what was signed', () => {
  let superuser: Client;
  let dataSource: DataSource;
  let practice: string;
  let contract: string;
  let member: string;

  beforeAll(async () => {
    const urls = await freshDatabase('evidence');
    await createPractice(urls.owner, JSON.stringify(aNewPractice('demo')), NOW);
    superuser = new Client({ connectionString: urls.superuser });
    await superuser.connect();
    dataSource = createDataSource({
      url: urls.app,
      pool: 2,
      statementTimeout: 5_000,
      applicationName: 'test',
    });
    await dataSource.initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await superuser.end();
  });

  /** As the application, inside the practice. */
  const run = (text: string, values: unknown[] = []) =>
    new Transactions(dataSource).inPractice(practice, null, (transaction) => transaction.query(text, values));

  /** A contract whose first version was frozen and signed by the supervisor. */
  beforeEach(async () => {
    const { rows } = await superuser.query<{
      practice_id: string;
      id: string;
      member_id: string;
      coach: string;
    }>(
      `SELECT s.practice_id, s.id, s.member_id, (SELECT id FROM member m WHERE m.id <> s.member_id) AS coach
       FROM supervisor s WHERE s.slug = 'lea'`,
    );
    const [lea] = rows;
    if (lea === undefined) throw new Error('no supervisor');
    practice = lea.practice_id;
    member = lea.member_id;
    contract = randomUUID();
    await run(
      `INSERT INTO contract (practice_id, id, supervisor_id, number, coach_member_id, state, last_number, open_number, asked,
         waits_for, waits_since, created_at, updated_at)
       SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, 'draft', 1, 1, '{}', 'supervisor', $5, $5, $5
       FROM contract WHERE practice_id = $1`,
      [practice, contract, lea.id, lea.coach, NOW],
    );
    await insertVersion(1, 'draft');
    await run(
      `INSERT INTO contract_text (practice_id, contract_id, number, attempt, content, canonical_json, canonical_sha256, pdf,
         pdf_sha256, frozen_at, lapses_at) VALUES ($1, $2, 1, 1, '{}', '{}', $3, '%PDF', $3, $4, $4)`,
      [practice, contract, HASH, NOW],
    );
    await run(
      `UPDATE contract_version SET state = 'partially-signed', attempt = 1 WHERE practice_id = $1 AND contract_id = $2`,
      [practice, contract],
    );
    await sign('supervisor');
    await run(
      `INSERT INTO contract_seal (practice_id, contract_id, number, file, sha256, level, sealed_at)
       VALUES ($1, $2, 1, '%PDF', $3, 'B-B', $4)`,
      [practice, contract, HASH, NOW],
    );
    await run(
      `INSERT INTO contract_event (practice_id, contract_id, seq, at, type, actor, payload, previous_hash, hash)
       VALUES ($1, $2, 1, $3, 'created', 'supervisor', '{}', $4, $4)`,
      [practice, contract, NOW, HASH],
    );
  });

  const insertVersion = (number: number, state: string) =>
    run(
      `INSERT INTO contract_version (practice_id, contract_id, number, state, revision, draft, seal_state, seal_attempts,
         created_at, updated_at) VALUES ($1, $2, $3, $4, 0, '{}', 'none', 0, $5, $5)`,
      [practice, contract, number, state, NOW],
    );
  const sign = (party: string) =>
    run(
      `INSERT INTO contract_signature (practice_id, id, contract_id, version, attempt, party, member_id, canonical_sha256,
         pdf_sha256, consents, full_name, email, auth_method, authenticated_at, signed_at, ip, user_agent)
       VALUES ($1, gen_random_uuid(), $2, 1, 1, $3, $4, $5, $5, '[]', 'Léa Roche', 'lea@demo.example', 'email-code', $6, $6,
         '192.0.2.1', '')`,
      [practice, contract, party, member, HASH, NOW],
    );

  const KEPT = ['contract_text', 'contract_signature', 'contract_seal', 'contract_event'];

  it.each([...KEPT, 'contract_comment', 'contract_template'])(
    'lets the application add to %s and nothing else',
    async (table) => {
      for (const statement of [
        `UPDATE ${table} SET practice_id = practice_id`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table}`,
      ])
        await expect(run(statement)).rejects.toThrow(/permission denied/);
    },
  );

  it.each(KEPT)('holds %s against who has every privilege', async (table) => {
    for (const statement of [`UPDATE ${table} SET practice_id = practice_id`, `DELETE FROM ${table}`])
      await expect(superuser.query(statement)).rejects.toThrow(`${table} is evidence`);
  });

  it('takes one signature of each party, and one open text at a time', async () => {
    const twice = await sign('supervisor').catch((error: unknown) => error);
    expect(violates(twice, 'contract_signature_once')).toBe(true);
    await sign('coach');
    const another = await insertVersion(2, 'draft').catch((error: unknown) => error);
    expect(violates(another, 'contract_version_open')).toBe(true);
  });

  it('lets nothing wait for signatures that has no frozen text, and proposes nothing to nobody', async () => {
    await run(`UPDATE contract_version SET state = 'declined' WHERE practice_id = $1 AND contract_id = $2`, [
      practice,
      contract,
    ]);
    await expect(insertVersion(2, 'proposed')).rejects.toThrow('contract_version_written');
    await expect(
      run(
        `UPDATE contract SET coach_member_id = NULL, state = 'proposed' WHERE practice_id = $1 AND id = $2`,
        [practice, contract],
      ),
    ).rejects.toThrow('contract_coach');
  });
});
