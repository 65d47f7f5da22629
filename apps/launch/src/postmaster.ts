import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './postgres-cluster.ts';

/**
 * The live server of a data folder as `postmaster.pid` names it, or null. A file left behind by a killed
 * server does not count, not even when its process id belongs to another program by now.
 */
export function findPostmaster(data: string): { pid: number; port: number } | null {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return null;
  let lines: string[];
  try {
    lines = readFileSync(file, 'utf8').split('\n');
  } catch {
    // Removed between the two calls: a server that has just ended.
    return null;
  }
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!(pid > 0) || !(port > 0) || !isAlive(pid)) return null;
  return existsSync('/proc/self/cwd') && !serverProcesses(data).includes(pid) ? null : { pid, port };
}

/** Ids of all processes that work in this data folder; PostgreSQL's never leave it. Linux only, else empty. */
export function serverProcesses(data: string): number[] {
  if (!existsSync('/proc/self/cwd') || !existsSync(data)) return [];
  const folder = realpathSync(data);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => workingFolder(pid) === folder && isServer(pid));
}

function workingFolder(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    // Ended meanwhile, or not ours to look at: then it is not our server either.
    return null;
  }
}

/** A shell that stands in the folder is not a server; neither is one already dead but not yet collected. */
function isServer(pid: number): boolean {
  try {
    return /^\d+ \(postgres\) [^Z]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
