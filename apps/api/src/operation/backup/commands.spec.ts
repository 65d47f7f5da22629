import { execFile } from 'node:child_process';
import { build } from 'esbuild';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { emptyDatabase, freshDatabase } from '../../testing/fresh-database';
import { createPractice } from '../../practice/create-practice';
import { aNewPractice } from '../../testing/a-practice';

jest.setTimeout(120_000);

const root = join(__dirname, '../../../../..');

describe('the commands backup and restore', () => {
  let folder: string;
  let owner: string;

  beforeAll(async () => {
    owner = (await freshDatabase('backup_command')).owner;
    await createPractice(owner, JSON.stringify(aNewPractice('demo')), new Date());
    folder = mkdtempSync(join(root, 'node_modules', '.visavis-backup-'));
    await build({
      entryPoints: ['backup', 'restore'].map((door) => join(__dirname, `../../${door}.ts`)),
      outdir: folder,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node26',
      packages: 'external',
      keepNames: true,
      tsconfig: join(root, 'tsconfig.base.json'),
      logLevel: 'silent',
    });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (door: string, url: string | undefined, ...parameters: string[]) =>
    new Promise<{ code: number; said: string }>((resolve) =>
      execFile(
        process.execPath,
        [join(folder, `${door}.mjs`), ...parameters],
        { env: { ...process.env, MIGRATION_DATABASE_URL: url } },
        (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
      ),
    );

  it('write a file that nobody else reads, fill a new database with it, and refuse to fill one twice', async () => {
    const file = join(folder, 'visavis.backup');
    const { owner: empty } = await emptyDatabase('restore_command');

    const backup = await run('backup', owner, file);
    const restored = await run('restore', empty, '--verify', file);

    expect(backup).toEqual({ code: 0, said: expect.stringMatching(/^backup: \d+ rows of \d+ tables\n$/) });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(restored).toEqual({
      code: 0,
      said: expect.stringContaining('verified: every row, the evidence of 0 contracts'),
    });
    expect(await run('restore', empty, '--verify', file)).toEqual({
      code: 1,
      said: 'the database is not empty: a backup is restored into a new one\n',
    });
  });

  it.each(['|', '>'])('hand a backup on to what stands behind %s, and end', async (sign) => {
    const file = join(folder, 'handed-on.backup');
    const { owner: empty } = await emptyDatabase(sign === '|' ? 'restore_pipe' : 'restore_redirected');
    const shell = (command: string, url: string) =>
      new Promise<{ code: number; said: string }>((resolve) => {
        const env = { ...process.env, MIGRATION_DATABASE_URL: url, NODE: process.execPath, FOLDER: folder };
        execFile('sh', ['-c', command], { env, timeout: 30_000 }, (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code), said: stdout + stderr }),
        );
      });
    const to = sign === '|' ? `| cat > '${file}'` : `> '${file}'`;
    expect(await shell(`"$NODE" "$FOLDER/backup.mjs" ${to}`, owner)).toEqual({
      code: 0,
      said: expect.stringMatching(/^backup: \d+ rows of \d+ tables\n$/),
    });
    expect(await shell(`cat '${file}' | "$NODE" "$FOLDER/restore.mjs" --verify`, empty)).toEqual({
      code: 0,
      said: expect.stringContaining('verified: every row'),
    });
  });

  it('say what is missing', async () => {
    expect(await run('backup', undefined)).toEqual({
      code: 1,
      said: expect.stringMatching(/^MIGRATION_DATABASE_URL: /),
    });
    expect(await run('restore', owner, '--sent-until=yesterday')).toEqual({
      code: 1,
      said: expect.stringMatching(/^--sent-until: /),
    });
  });
});
