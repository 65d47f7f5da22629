import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { handOver, type PostgresPlace } from './postgres-place.ts';

const PASSWORD_FILE = 'superuser-password';

/**
 * Makes the data folder when there is none, and returns the superuser's password.
 *
 * The folder is made beside its place and then renamed, so a launcher killed midway leaves no half of a
 * database, and of two launchers racing one wins and the other uses the winner's.
 */
export function ensureCluster(place: PostgresPlace, durable: boolean): string {
  if (!existsSync(join(place.data, 'PG_VERSION'))) createCluster(place, durable);
  return readFileSync(join(place.data, PASSWORD_FILE), 'utf8').trim();
}

function createCluster(place: PostgresPlace, durable: boolean): void {
  removeAbandoned(place.data);
  const making = `${place.data}.making-${process.pid}`;
  mkdirSync(making, { mode: 0o700 });
  handOver(making, place);
  const passwordFile = `${making}.password`;
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  handOver(passwordFile, place);
  const locale = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=und', '--locale=C.UTF-8'];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
  const made = spawnSync(
    join(place.binaries, 'bin/initdb'),
    [`--pgdata=${making}`, ...access, ...locale, ...(durable ? [] : ['--no-sync'])],
    { ...place.user, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0)
    throw new Error(`PostgreSQL could not make its data folder: ${made.stderr || made.error}`);
  renameSync(passwordFile, join(making, PASSWORD_FILE));
  chmodSync(making, 0o700);
  try {
    renameSync(making, place.data);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(join(place.data, 'PG_VERSION'))) throw error;
  }
}

/** Clears what launchers that were killed while making a data folder left behind. */
function removeAbandoned(data: string): void {
  const prefix = `${basename(data)}.making-`;
  for (const name of readdirSync(dirname(data))) {
    const pid = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (!Number.isNaN(pid) && (pid === process.pid || !isAlive(pid)))
      rmSync(join(dirname(data), name), { recursive: true, force: true });
  }
}

/** Whether a process with this id runs, whoever owns it. One that has ended but was never collected does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return processState(pid)?.[0] !== 'Z';
}

/** The fields of /proc/<pid>/stat from the state on (`Z` is a process that ended), or null where there are none. */
export function processState(pid: number): string[] | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? null;
  } catch {
    return null;
  }
}
