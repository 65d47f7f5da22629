import { Client } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { freshDatabase } from '../testing/fresh-database';
import { createPractice } from '../practice/create-practice';
import { aNewPractice } from '../testing/a-practice';
import { createDataSource } from './data-source';
import { Transactions } from './transactions';

describe('row-level security on a pool of one connection', () => {
  let superuser: Client;
  let one: DataSource;
  let transactions: Transactions;
  let a: string;
  let b: string;

  beforeAll(async () => {
    const urls = await freshDatabase('pool_of_one');
    for (const slug of ['first', 'second'])
      await createPractice(urls.owner, JSON.stringify(aNewPractice(slug)), new Date('2027-01-01'));
    superuser = new Client({ connectionString: urls.superuser });
    await superuser.connect();
    const { rows } = await superuser.query<{ practice_id: string }>(
      'SELECT practice_id FROM practice_address ORDER BY slug',
    );
    [a, b] = rows.map((row) => row.practice_id) as [string, string];
    one = createDataSource({ url: urls.app, pool: 1, statementTimeout: 5_000, applicationName: 'test' });
    await one.initialize();
    transactions = new Transactions(one);
  });

  afterAll(async () => {
    await one.destroy();
    await superuser.end();
  });

  const connection = async () =>
    ((await one.query('SELECT pg_backend_pid() AS pid')) as { pid: number }[])[0]?.pid;
  const seen = async (practice: string) =>
    transactions.inPractice(practice, null, async (transaction) => {
      const rows: { practice_id: string }[] = await transaction.query('SELECT practice_id FROM supervisor');
      return rows.map((row) => row.practice_id);
    });

  it('RLS off by pool reuse: the next request sees its own practice only, after one threw in the middle', async () => {
    const before = await connection();
    const broken = transactions.inPractice(a, null, async (transaction) => {
      expect(await transaction.query('SELECT 1 FROM supervisor')).toHaveLength(2);
      throw new Error('in the middle');
    });

    await expect(broken).rejects.toThrow('in the middle');
    expect(await seen(b)).toEqual([b, b]);
    expect(await seen(a)).toEqual([a, a]);
    expect(await connection()).toBe(before);
  });

  it('shows nothing after an SQL error in the middle, and nothing to who has entered no practice', async () => {
    await expect(
      transactions.inPractice(a, null, (transaction) => transaction.query('SELECT 1/0')),
    ).rejects.toThrow('division by zero');

    const tables = await superuser.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_policies WHERE schemaname = 'public' AND cmd = 'SELECT' ORDER BY 1`,
    );
    expect(tables.rows.length).toBeGreaterThan(15);
    for (const { name } of tables.rows)
      expect({ name, rows: await one.query(`SELECT 1 FROM ${name}`) }).toEqual({ name, rows: [] });
  });

  it('lets nobody write into a practice that was not entered', async () => {
    const insert = `INSERT INTO audit_event (practice_id, id, at, actor, act) VALUES ($1, gen_random_uuid(), '2027-01-01', 'worker', 'test')`;
    const foreign = transactions.inPractice(a, null, (transaction) => transaction.query(insert, [b]));
    await expect(foreign).rejects.toThrow(/row-level security/);
    await expect(one.query(insert, [b])).rejects.toThrow(/row-level security/);

    const [, changed]: [unknown, number] = await transactions.inPractice(a, null, (transaction) =>
      transaction.query(`UPDATE supervisor SET name = 'Mallory' WHERE practice_id = $1`, [b]),
    );
    expect(changed).toBe(0);
    const moved = transactions.inPractice(a, null, (transaction) =>
      transaction.query('UPDATE supervisor SET practice_id = $1', [b]),
    );
    await expect(moved).rejects.toThrow(/row-level security/);
  });

  it('keeps sessions, codes and credentials of one person from the next request of another on the connection', async () => {
    const { rows } = await superuser.query<{ id: string }>('SELECT id FROM account ORDER BY email');
    const [mine, theirs] = rows.map(({ id }) => id) as [string, string];
    for (const account of [mine, theirs]) {
      await superuser.query(
        `INSERT INTO session (id, account_id, practice_id, token_hash, browser, system, created_at, last_seen_at, expires_at)
         VALUES (gen_random_uuid(), $1::uuid, $2, sha256($1::uuid::text::bytea), 'other', 'other', now(), now(), now())`,
        [account, a],
      );
      await superuser.query(
        `INSERT INTO one_time_code (id, account_id, purpose, attempts, created_at, expires_at)
         VALUES (gen_random_uuid(), $1, 'proof', 0, now(), now() + interval '1 minute')`,
        [account],
      );
    }
    const owners = (person: string, table: string) =>
      transactions.asPerson(person, async (transaction) => {
        const found: { account_id: string }[] = await transaction.query(`SELECT account_id FROM ${table}`);
        return found.map((row) => row.account_id);
      });
    for (const table of ['session', 'one_time_code', 'credential', 'membership_index']) {
      const broken = transactions.asPerson(mine, async () => Promise.reject(new Error('in the middle')));
      await expect(broken).rejects.toThrow('in the middle');
      expect({ table, owners: await owners(theirs, table) }).toEqual({ table, owners: [theirs] });
      expect({ table, owners: await owners(mine, table) }).toEqual({ table, owners: [mine] });
      expect(await one.query(`SELECT 1 FROM ${table}`)).toEqual([]);
    }
    const [, changed]: [unknown, number] = await transactions.asPerson(mine, (transaction) =>
      transaction.query('UPDATE credential SET counter = 1 WHERE account_id = $1', [theirs]),
    );
    expect(changed).toBe(0);
  });

  it('sends a person away who was there when the practice alone is entered, also within one transaction', async () => {
    const { rows } = await superuser.query<{ id: string }>('SELECT id FROM account ORDER BY email');
    const person = rows[0]!.id;
    const asked = (transaction: EntityManager) =>
      transaction.query<{ person: string }[]>(
        `SELECT coalesce(current_setting('app.person_id', true), '') AS person`,
      );
    await transactions.inPractice(a, person, async (transaction) => {
      expect(await asked(transaction)).toEqual([{ person }]);
      await transaction.query('SELECT enter_practice($1)', [a]);
      expect(await asked(transaction)).toEqual([{ person: '' }]);
      expect(await transaction.query('SELECT 1 FROM session')).toEqual([]);
    });
    expect(await transactions.inPractice(a, null, asked)).toEqual([{ person: '' }]);
  });

  it('keeps people apart too: a session, a password and an account are of one person', async () => {
    const { rows } = await superuser.query<{ id: string }>('SELECT id FROM account ORDER BY email');
    for (const { id } of rows) {
      const mine: { account_id: string }[] = await transactions.asPerson(id, (transaction) =>
        transaction.query('SELECT account_id FROM credential'),
      );
      expect(mine).toEqual([{ account_id: id }]);
    }
  });

  it('keeps what happened: the record of events can be added to, not changed', async () => {
    for (const statement of [
      `UPDATE audit_event SET act = 'nothing'`,
      'DELETE FROM audit_event',
      'TRUNCATE audit_event',
    ]) {
      await expect(
        transactions.inPractice(a, null, (transaction) => transaction.query(statement)),
      ).rejects.toThrow(/permission denied/);
    }
  });
});
