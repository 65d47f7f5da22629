import { execFile } from 'node:child_process';
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { freshDatabase } from './testing/fresh-database';
import { createPractice } from './practice/create-practice';
import { storeContract, type StoredContract } from './supervision/documents/testing/store-contract';
import { aNewPractice } from './testing/a-practice';

jest.setTimeout(120_000);

const root = join(__dirname, '../../..');

describe('the command that verifies contracts', () => {
  let folder: string;
  let superuser: Client;
  let application: string;
  let stored: StoredContract;

  beforeAll(async () => {
    const urls = await freshDatabase('verify_contract');
    application = urls.app;
    await createPractice(urls.owner, JSON.stringify(aNewPractice('demo')), new Date());
    superuser = new Client({ connectionString: urls.superuser });
    await superuser.connect();
    stored = await storeContract(ask, 1);
    folder = mkdtempSync(join(root, 'node_modules', '.visavis-verify-'));
    await build({
      entryPoints: [join(__dirname, 'verify-contract.ts')],
      outfile: join(folder, 'verify-contract.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node26',
      packages: 'external',
      tsconfig: join(root, 'tsconfig.base.json'),
      logLevel: 'silent',
    });
  });

  afterAll(async () => {
    await superuser.end();
    rmSync(folder, { recursive: true });
  });

  const ask = async (text: string, values: unknown[]) =>
    (await superuser.query<Record<string, unknown>>(text, values)).rows;
  const run = (...parameters: string[]) =>
    new Promise<{ code: number; said: string }>((resolve) =>
      execFile(
        process.execPath,
        [join(folder, 'verify-contract.mjs'), ...parameters],
        { env: { ...process.env, DATABASE_URL: application } },
        (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
      ),
    );
  /** What nobody can do through the product: the triggers that keep evidence are switched off meanwhile. */
  async function tamper(sql: string, values: readonly unknown[]): Promise<void> {
    await superuser.query(`SET session_replication_role = 'replica'`);
    await superuser.query(sql, [...values]);
    await superuser.query(`SET session_replication_role = 'origin'`);
  }

  it('says that an untouched contract holds', async () => {
    expect(await run('demo', stored.id)).toEqual({
      code: 0,
      said: `${stored.id}: holds (5 events, 1 texts, 1 seals)\n`,
    });
  });

  it('audit trail tampering: names the first event that does not follow, and every hash that does not hold', async () => {
    const other = await storeContract(ask, 2);
    await tamper(`UPDATE contract_event SET payload = '{"by":"me"}' WHERE contract_id = $1 AND seq = 3`, [
      other.id,
    ]);
    const chain = await run('demo', other.id);
    await tamper(`UPDATE contract_text SET canonical_json = $2 WHERE contract_id = $1`, [
      other.id,
      '{"a":2}',
    ]);
    await tamper(
      `UPDATE contract_seal SET file = overlay(file placing 'X' from 500) WHERE contract_id = $1`,
      [other.id],
    );
    const { code, said } = await run('demo');

    expect(chain).toEqual({
      code: 1,
      said: expect.stringContaining(
        'event 3 (signed): the first that does not follow from the one before it',
      ),
    });
    expect(code).toBe(1);
    expect(said).toContain(`${stored.id}: holds`);
    expect(said).toContain(`${other.id}: BROKEN`);
    expect(said).toContain('version 1, text 1: its data do not have the hash that was shown');
    expect(said).toContain('version 1, sealed file: it does not have the hash that was kept');
    expect(said).toContain('version 1, sealed file: it does not begin with the signed file');
  });

  it.each([
    ['ip', `'198.51.100.9'`],
    ['email', `'b@demo.example'`],
    ['full_name', `'Somebody Else'`],
    ['consents', `'[{"clause": "fees", "textSha256": "00"}]'`],
    ['auth_method', `'passkey'`],
    ['signed_at', `signed_at + interval '1 second'`],
    ['user_agent', `'curl'`],
  ])('names a signature whose %s is not what the chain was told of', async (column, value) => {
    const other = await storeContract(ask, 10 + column.length * 10 + column.charCodeAt(0));
    await tamper(
      `UPDATE contract_signature SET ${column} = ${value} WHERE contract_id = $1 AND party = 'coach'`,
      [other.id],
    );
    expect((await run('demo', other.id)).said).toContain(
      'version 1: the signature of the coach is not the one that was given',
    );
  });

  it('names a signature that is gone, and one that nobody gave', async () => {
    const other = await storeContract(ask, 3);
    await tamper(`DELETE FROM contract_signature WHERE contract_id = $1 AND party = 'coach'`, [other.id]);
    expect((await run('demo', other.id)).said).toContain('version 1: the signature of the coach is gone');
    const third = await storeContract(ask, 4);
    await tamper(`UPDATE contract_event SET type = 'viewed' WHERE contract_id = $1 AND type = 'signed'`, [
      third.id,
    ]);
    expect((await run('demo', third.id)).said).toContain(
      'version 1: the signature of the supervisor is not in the chain',
    );
  });

  it('says what it cannot find', async () => {
    expect(await run()).toEqual({ code: 1, said: expect.stringContaining('which practice?') });
    expect(await run('nobody')).toEqual({ code: 1, said: 'no practice nobody\n' });
    expect(await run('demo', 'x')).toEqual({ code: 1, said: 'no contract x in demo\n' });
  });
});
