import { spawnSync } from 'node:child_process';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { anyFreePort, freePortFrom } from './free-port.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { ensureCluster } from './postgres-cluster.ts';
import { choosePlace, type PostgresPlace } from './postgres-place.ts';
import { findPostmaster, serverProcesses } from './postmaster.ts';

export interface PostgresOptions {
  /** Folder of the database's files; made when missing. */
  dataDir: string;
  /** First port to try; without it any free one. A server that already runs keeps its own. */
  port?: number;
  /** Further server settings, for example `{ max_connections: '200' }`. */
  settings?: Readonly<Record<string, string>>;
  /** `false` for throw-away databases of tests: does not wait for the disk. Default `true`. */
  durable?: boolean;
  /** Hears sentences a person should read. Default: the console. */
  notice?: (sentence: string) => void;
}

export interface RunningPostgres {
  port: number;
  /** Folder the data really is in (see `choosePlace`). */
  data: string;
  /** Process id of the server's first process. */
  pid: number;
  /** Whether the server was already up. */
  reused: boolean;
  /** Connection URL of the superuser for one database. */
  superuserUrl(database: string): string;
  /** Ends all connections, writes everything to disk and waits for the end. Idempotent. */
  stop(): void;
}

const PATIENCE_MS = 30_000;

/**
 * Starts PostgreSQL for `dataDir`, or finds the one that already runs for it, for instance because its
 * launcher was killed. It listens on 127.0.0.1 only. Returns when it answers `select 1`.
 *
 * @throws Error with the end of the server's log when it does not start within 30 seconds.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const notice = options.notice ?? ((sentence: string) => console.log(sentence));
  const durable = options.durable ?? true;
  const place = choosePlace(options.dataDir, postgresBinaries());
  if (place.notice) notice(place.notice);
  const password = ensureCluster(place, durable);
  const settings = { ...(durable ? {} : THROW_AWAY), ...options.settings };
  const deadline = Date.now() + PATIENCE_MS;
  let started = false;
  let port = options.port;
  while (Date.now() < deadline) {
    const postmaster = findPostmaster(place.data);
    if (postmaster) {
      const url = (database: string) => serverUrl(password, postmaster.port, database);
      // A server that is shutting down or replaying its log refuses for a while: ask again.
      if (await answers(url('postgres'), place.data)) return running(place, postmaster, url, !started);
      await sleep(20);
      continue;
    }
    // After kill -9 of the first process the others need a moment to notice and leave.
    if (serverProcesses(place.data).length > 0) {
      await sleep(50);
      continue;
    }
    rmSync(join(place.data, 'postmaster.pid'), { force: true });
    port = port === undefined ? await anyFreePort() : await freePortFrom(port);
    started = control(place, ['-l', join(place.data, 'server.log'), '-o', flags(port, settings), 'start']);
    if (!started) await sleep(100);
  }
  throw new Error(`PostgreSQL did not start within ${PATIENCE_MS / 1000} s.\n${logTail(place)}`);
}

// Nothing here loses a commit when processes are killed (`synchronous_commit = off` would): only when the
// machine itself fails.
const THROW_AWAY = { fsync: 'off', full_page_writes: 'off' };

function running(
  place: PostgresPlace,
  postmaster: { pid: number; port: number },
  superuserUrl: (database: string) => string,
  reused: boolean,
): RunningPostgres {
  return {
    ...postmaster,
    data: place.data,
    reused,
    superuserUrl,
    stop: () => {
      if (findPostmaster(place.data) && !control(place, ['-m', 'fast', '-t', '30', 'stop']))
        throw new Error(`PostgreSQL did not stop.\n${logTail(place)}`);
    },
  };
}

function control(place: PostgresPlace, rest: string[]): boolean {
  // stdio must not be a pipe: the server inherits it and would keep it open.
  const options = { ...place.user, cwd: '/', stdio: 'ignore' as const };
  return (
    spawnSync(join(place.binaries, 'bin/pg_ctl'), ['-D', place.data, '-w', ...rest], options).status === 0
  );
}

function flags(port: number, settings: Readonly<Record<string, string>>): string {
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', ...settings };
  // pg_ctl hands this text to a shell.
  const quoted = Object.entries(all).map(([name, value]) => `-c ${name}='${value.replaceAll("'", `'\\''`)}'`);
  return [`-p ${port}`, ...quoted].join(' ');
}

function serverUrl(password: string, port: number, database: string): string {
  return `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${encodeURIComponent(database)}`;
}

async function answers(url: string, data: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  // A connection that breaks between two answers must not end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const reply = await client.query<{ folder: string }>(
      `select current_setting('data_directory') as folder`,
    );
    return realpathSync(reply.rows[0]?.folder ?? '') === realpathSync(data);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function logTail(place: PostgresPlace): string {
  try {
    return readFileSync(join(place.data, 'server.log'), 'utf8').slice(-2_000);
  } catch {
    return 'It left no log.';
  }
}
