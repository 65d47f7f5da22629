import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Whom PostgreSQL runs as: it refuses to run as root. */
export interface ServerUser {
  uid: number;
  gid: number;
}

/** Where one server lives: its programs, its data, and the user it runs as when we are root. */
export interface PostgresPlace {
  binaries: string;
  data: string;
  user: ServerUser | null;
  /** One sentence for the console when the place is not the one asked for. */
  notice: string | null;
}

/**
 * Decides where the server for `dataDir` lives. Normally that is `dataDir` itself. Run as root, the server
 * needs a user of its own, and a project in a closed folder (say below `/root`) is out of that user's reach:
 * then programs and data go to a folder below `/var/tmp` that is the same at every start.
 */
export function choosePlace(dataDir: string, binaries: string): PostgresPlace {
  const asked = resolve(dataDir);
  mkdirSync(dirname(asked), { recursive: true });
  if (process.getuid?.() !== 0) return { binaries, data: asked, user: null, notice: null };

  const user = serverUser();
  const runs = spawnSync(join(binaries, 'bin/postgres'), ['--version'], { ...user, cwd: '/' }).status === 0;
  const enters =
    spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', dirname(asked)], { ...user, cwd: '/' }).status === 0;
  if (runs && enters) return { binaries, data: asked, user, notice: null };

  const refuge = join('/var/tmp', `visavis-${createHash('sha256').update(asked).digest('hex').slice(0, 12)}`);
  takeRefuge(refuge);
  const copy = join(refuge, 'native');
  if (!existsSync(join(copy, 'bin/postgres'))) {
    cpSync(binaries, copy, { recursive: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', copy]);
  }
  return {
    binaries: copy,
    data: join(refuge, 'data'),
    user,
    notice: `The user "postgres" cannot enter ${dirname(asked)}; the database is kept in ${refuge} instead.`,
  };
}

/** Everyone may write to /var/tmp, so a folder that is already there must be ours before we trust it. */
function takeRefuge(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== 0 || (found.mode & 0o022) !== 0)
    throw new Error(`${folder} belongs to somebody else; remove it and start again.`);
  chmodSync(folder, 0o755);
}

function serverUser(): ServerUser {
  const known = findUser('postgres');
  if (known) return known;
  spawnSync('useradd', ['--system', '--no-create-home', '--user-group', 'postgres'], { stdio: 'ignore' });
  const made = findUser('postgres');
  if (!made)
    throw new Error(
      'PostgreSQL does not run as root, and the user "postgres" could not be made. ' +
        'Make it (useradd --system postgres) or start as another user.',
    );
  return made;
}

function findUser(name: string): ServerUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Hands a file or folder to the server's user; nothing to do when we are that user. */
export function handOver(path: string, place: PostgresPlace): void {
  if (place.user) chownSync(path, place.user.uid, place.user.gid);
}
