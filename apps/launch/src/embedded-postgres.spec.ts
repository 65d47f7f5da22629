import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChildProcess, spawn } from 'node:child_process';
import { after, describe, it } from 'node:test';
import pg from 'pg';
import { type RunningPostgres, startPostgres } from './embedded-postgres.ts';
import { anyFreePort } from './free-port.ts';

const home = mkdtempSync(join(tmpdir(), 'visavis-launch-'));
chmodSync(home, 0o755);
const servers: RunningPostgres[] = [];
const quiet = { durable: false, notice: () => undefined };
const dataDir = join(home, 'postgres');

async function start(options: Partial<Parameters<typeof startPostgres>[0]> = {}): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, ...quiet, ...options });
  servers.push(server);
  return server;
}

async function ask(server: RunningPostgres, sql: string, database = 'postgres'): Promise<unknown> {
  const client = new pg.Client({ connectionString: server.superuserUrl(database) });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

/** A launcher in a process of its own; `pid` is that of the server it found or started. */
async function launchElsewhere(folder: string): Promise<{ parent: ChildProcess; pid: number }> {
  const module = JSON.stringify(join(import.meta.dirname, 'embedded-postgres.ts'));
  const program =
    `const { startPostgres } = await import(${module});` +
    `console.log((await startPostgres({ dataDir: ${JSON.stringify(folder)}, durable: false })).pid);` +
    `setInterval(() => undefined, 1000);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(parent.stdout, 'data')) as [Buffer];
  return { parent, pid: Number(line.toString().trim()) };
}

describe('the embedded PostgreSQL', () => {
  after(() => {
    for (const server of servers) server.stop();
    rmSync(home, { recursive: true, force: true });
  });

  it('starts, keeps what was written, and stops', async () => {
    const server = await start({ settings: { max_connections: '37' } });
    assert.equal(server.reused, false);
    assert.equal(await ask(server, 'show max_connections'), '37');
    await ask(server, 'create table kept as select 42 as answer');
    server.stop();
    assert.equal(existsSync(join(server.data, 'postmaster.pid')), false);
    assert.equal(await ask(await start(), 'select answer from kept'), 42);
  });

  it('listens on the loopback interface only and asks for the password', async () => {
    const server = await start();
    assert.equal(await ask(server, 'show listen_addresses'), '127.0.0.1');
    assert.equal(await ask(server, 'show unix_socket_directories'), '');
    const wrong = new URL(server.superuserUrl('postgres'));
    wrong.password = 'guess';
    await assert.rejects(
      new pg.Client({ connectionString: wrong.href }).connect(),
      /password authentication failed/,
    );
    assert.equal(statSync(join(server.data, 'superuser-password')).mode & 0o777, 0o600);
  });

  it('sorts by ICU, in UTF-8', async () => {
    const server = await start();
    assert.equal(
      await ask(server, `select datlocprovider::text from pg_database where datname = 'postgres'`),
      'i',
    );
    assert.equal(
      await ask(server, `select string_agg(w, ' ' order by w) from unnest(array['zoo', 'été', 'eta']) w`),
      'eta été zoo',
    );
  });

  it('is found again when it already runs', async () => {
    const first = await start();
    const second = await start({ port: 1 });
    assert.equal(second.reused, true);
    assert.deepEqual([second.pid, second.port], [first.pid, first.port]);
  });

  it('is found again after its launcher was killed with SIGKILL', async () => {
    for (const server of servers) server.stop();
    const launcher = await launchElsewhere(dataDir);
    const gone = new Promise((resolve) => launcher.parent.once('exit', resolve));
    launcher.parent.kill('SIGKILL');
    await gone;
    const server = await start();
    assert.deepEqual([server.reused, server.pid], [true, launcher.pid]);
    assert.equal(await ask(server, 'select answer from kept'), 42);
  });

  it('recovers after the server itself was killed with SIGKILL under load', async () => {
    const server = await start();
    await ask(server, 'create table counted (n int)');
    const client = new pg.Client({ connectionString: server.superuserUrl('postgres') });
    const broken = new Promise((resolve) => client.on('error', resolve));
    await client.connect();
    await client.query('insert into counted select generate_series(1, 1000)');
    process.kill(server.pid, 'SIGKILL');
    const again = await start();
    await broken;
    assert.equal(again.reused, false);
    assert.notEqual(again.pid, server.pid);
    assert.equal(await ask(again, 'select count(*)::int from counted'), 1000);
  });

  it('is not fooled by a postmaster.pid whose process id now belongs to another program', async () => {
    const server = await start();
    server.stop();
    writeFileSync(
      join(server.data, 'postmaster.pid'),
      [process.pid, server.data, 1, server.port, '', '127.0.0.1', '', 'ready'].join('\n'),
    );
    assert.equal((await start()).reused, false);
  });

  it('takes the next port when the wanted one is in use', async () => {
    for (const server of servers) server.stop();
    const port = await anyFreePort();
    const other = createServer().listen(port, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    try {
      const server = await start({ port });
      assert.ok(server.port > port, `${server.port} should be above ${port}`);
    } finally {
      other.close();
    }
  });

  it('starts once for two launchers that begin at the same moment', async () => {
    const folder = join(home, 'raced');
    const launchers = await Promise.all([launchElsewhere(folder), launchElsewhere(folder)]);
    for (const { parent } of launchers) parent.kill('SIGKILL');
    assert.equal(launchers[0].pid, launchers[1].pid);
    const server = await start({ dataDir: folder });
    assert.equal(server.pid, launchers[0].pid);
    assert.deepEqual(
      readdirSync(home).filter((name) => name.includes('making')),
      [],
    );
  });

  it(
    'moves below /var/tmp, and says so, when its user cannot enter the project',
    { skip: process.getuid?.() !== 0 && 'only root needs another user' },
    async () => {
      const closed = join(home, 'closed');
      mkdirSync(closed, { mode: 0o700 });
      const said: string[] = [];
      const options = {
        dataDir: join(closed, 'project/.data/postgres'),
        notice: (text: string) => void said.push(text),
      };
      const server = await start(options);
      try {
        assert.match(server.data, /^\/var\/tmp\/visavis-[0-9a-f]{12}\/data$/);
        assert.match(
          said.join(),
          /cannot enter .*closed\/project\/\.data; the database is kept in \/var\/tmp/,
        );
        await ask(server, 'create table moved as select 7 as answer');
        server.stop();
        const again = await start(options);
        assert.equal(again.data, server.data);
        assert.equal(await ask(again, 'select answer from moved'), 7);
        again.stop();
      } finally {
        server.stop();
        rmSync(join(server.data, '..'), { recursive: true, force: true });
      }
    },
  );
});
