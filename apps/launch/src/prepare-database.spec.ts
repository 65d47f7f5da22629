import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { type RunningPostgres, startPostgres } from './embedded-postgres.ts';
import { type DatabaseUrls, derivePasswords, dropDatabase, prepareDatabase } from './prepare-database.ts';

const home = mkdtempSync(join(tmpdir(), 'visavis-roles-'));
chmodSync(home, 0o755);
let server: RunningPostgres;
let urls: DatabaseUrls;

async function run(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the roles of a database', () => {
  before(async () => {
    server = await startPostgres({
      dataDir: join(home, 'postgres'),
      durable: false,
      notice: () => undefined,
    });
    const superuser = server.superuserUrl('postgres');
    urls = await prepareDatabase(superuser, "it's a name", derivePasswords(superuser));
  });
  after(() => {
    server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('let the application bypass nothing, own nothing and make nothing', async () => {
    const roles = await run(
      urls.app,
      `select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as strong, rolcanlogin as login
       from pg_roles where rolname like 'visavis%' order by 1`,
    );
    assert.deepEqual(roles, [
      { name: 'visavis_app', strong: false, login: true },
      { name: 'visavis_owner', strong: false, login: true },
      { name: 'visavis_system', strong: true, login: false },
    ]);
    await assert.rejects(run(urls.app, 'create table mine ()'), /permission denied for schema public/);
    await assert.rejects(run(urls.app, 'create schema mine'), /permission denied for database/);
    await assert.rejects(
      run(urls.app, 'create temporary table mine ()'),
      /permission denied to create temporary tables/,
    );
    await assert.rejects(run(urls.app, 'set role visavis_system'), /permission denied to set role/);
  });

  it('let the owner hand a function to the system role and change it later', async () => {
    await run(
      urls.owner,
      `create function looks_across() returns int language sql security definer as 'select 1'`,
    );
    await run(urls.owner, 'alter function looks_across() owner to visavis_system');
    await assert.rejects(run(urls.app, 'select looks_across()'), /permission denied for function/);
    await run(
      urls.owner,
      `create or replace function looks_across() returns int language sql security definer as 'select 2'`,
    );
    await run(urls.owner, 'grant execute on function looks_across() to visavis_app');
    assert.deepEqual(await run(urls.app, 'select looks_across() as answer'), [{ answer: 2 }]);
  });

  it('keep row-level security in force for the owner too', async () => {
    await run(urls.owner, 'create table closed (n int)');
    await run(urls.owner, 'insert into closed values (1)');
    await run(urls.owner, 'alter table closed enable row level security');
    await run(urls.owner, 'alter table closed force row level security');
    assert.deepEqual(await run(urls.owner, 'select n from closed'), []);
    await assert.rejects(run(urls.app, 'select n from closed'), /permission denied for table closed/);
  });

  it('are made again without a change, by several at once', async () => {
    const superuser = server.superuserUrl('postgres');
    const names = ['a', 'b', 'a', 'b', 'c'];
    const made = await Promise.all(
      names.map((name) => prepareDatabase(superuser, name, derivePasswords(superuser))),
    );
    for (const { app, owner } of made)
      for (const url of [app, owner]) assert.deepEqual(await run(url, 'select 1 as one'), [{ one: 1 }]);
    await dropDatabase(superuser, 'c');
    await assert.rejects(run(made[4]?.app ?? '', 'select 1'), /does not exist/);
  });
});
