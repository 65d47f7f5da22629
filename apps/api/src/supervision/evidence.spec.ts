import { createHash, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { freshDatabase } from '../booking/appointments/testing/fresh-database';
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
    const urls = freshDatabase('evidence');
    const owner = createDataSource({
      url: urls.owner,
      pool: 1,
      statementTimeout: 60_000,
      applicationName: 'test',
    });
    await owner.initialize();
    await owner.runMigrations();
    await owner.destroy();
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
      `INSERT INTO contract (practice_id, id, supervisor_id, number, coach_member_id, language, state, created_at, updated_at)
       SELECT $1, $2, $3, coalesce(max(number), 0) + 1, $4, 'fr', 'partially-signed', $5, $5 FROM contract WHERE practice_id = $1`,
      [practice, contract, lea.id, lea.coach, NOW],
    );
    await run(
      `INSERT INTO contract_version (practice_id, contract_id, number, state, revision, content, canonical_json,
         canonical_sha256, pdf, pdf_sha256, frozen_at, effective_on, seal_state, seal_attempts, created_at, updated_at)
       VALUES ($1, $2, 1, 'partially-signed', 1, '{}', '{}', $3, '%PDF', $3, $4, '2027-02-01', 'none', 0, $4, $4)`,
      [practice, contract, HASH, NOW],
    );
    await sign('supervisor');
    await run(
      `INSERT INTO contract_event (practice_id, contract_id, seq, at, type, actor, payload, prev_hash, hash)
       VALUES ($1, $2, 1, $3, 'created', 'supervisor', '{}', $4, $4)`,
      [practice, contract, NOW, HASH],
    );
  });

  const sign = (party: string) =>
    run(
      `INSERT INTO contract_signature (practice_id, id, contract_id, version, party, member_id, canonical_sha256,
         pdf_sha256, consents, full_name, email, auth_method, authenticated_at, signed_at, ip, user_agent)
       VALUES ($1, gen_random_uuid(), $2, 1, $3, $4, $5, $5, '[]', 'Léa Roche', 'lea@demo.example', 'email-code', $6, $6,
         '192.0.2.1', '')`,
      [practice, contract, party, member, HASH, NOW],
    );

  const KEPT = ['contract_event', 'contract_signature'];

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

  it('never changes a frozen text, whoever asks', async () => {
    for (const change of [
      `content = '{"fee": 1}'`,
      `canonical_json = '{"fee": 1}'`,
      `canonical_sha256 = sha256('1')`,
      `pdf = '%PDF-other'`,
      `pdf_sha256 = sha256('1')`,
      `effective_on = '2027-03-01'`,
      `state = 'draft', frozen_at = NULL, canonical_json = NULL, canonical_sha256 = NULL, pdf = NULL, pdf_sha256 = NULL, effective_on = NULL`,
    ]) {
      const update = `UPDATE contract_version SET ${change} WHERE contract_id = '${contract}'`;
      await expect(run(update)).rejects.toThrow('a frozen version is never changed');
      await expect(superuser.query(update)).rejects.toThrow('a frozen version is never changed');
    }
    await expect(run('DELETE FROM contract_version')).rejects.toThrow(/permission denied/);
    await expect(superuser.query('DELETE FROM contract_version')).rejects.toThrow(
      'contract_version is evidence',
    );
    await expect(run('UPDATE contract_version SET number = 2')).rejects.toThrow(/permission denied/);
    await expect(superuser.query('UPDATE contract_version SET number = 2')).rejects.toThrow(
      'a version stays where it is',
    );
  });

  it('lets the state of a frozen text go on, and seals it once', async () => {
    const seal = (file: string) =>
      run(
        `UPDATE contract_version SET state = 'signed', seal_state = 'sealed', sealed_pdf = $3, sealed_sha256 = sha256($3),
           sealed_at = $4 WHERE practice_id = $1 AND contract_id = $2`,
        [practice, contract, Buffer.from(file), NOW],
      );
    await seal('first');
    await expect(seal('second')).rejects.toThrow('a sealed version is never changed');
    await expect(
      superuser.query(
        `UPDATE contract_version SET seal_state = 'none', sealed_pdf = NULL, sealed_sha256 = NULL, sealed_at = NULL
         WHERE contract_id = '${contract}'`,
      ),
    ).rejects.toThrow('a sealed version is never changed');
  });

  it('takes one signature of each party, and one open text at a time', async () => {
    const twice = await sign('supervisor').catch((error: unknown) => error);
    expect(violates(twice, 'contract_signature_once')).toBe(true);
    await sign('coach');
    const another = await run(
      `INSERT INTO contract_version (practice_id, contract_id, number, state, revision, content, seal_state, seal_attempts,
         created_at, updated_at) VALUES ($1, $2, 2, 'draft', 1, '{}', 'none', 0, $3, $3)`,
      [practice, contract, NOW],
    ).catch((error: unknown) => error);
    expect(violates(another, 'contract_version_open')).toBe(true);
  });

  it('lets nothing be evidence that has no hash, and nothing be proposed to nobody', async () => {
    await expect(
      run(
        `INSERT INTO contract_version (practice_id, contract_id, number, state, revision, content, seal_state, seal_attempts,
           created_at, updated_at) VALUES ($1, $2, 2, 'proposed', 1, '{}', 'none', 0, $3, $3)`,
        [practice, contract, NOW],
      ),
    ).rejects.toThrow('contract_version_frozen');
    await expect(run(`UPDATE contract SET coach_member_id = NULL`)).rejects.toThrow('contract_coach');
  });
});
