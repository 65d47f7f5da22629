import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, processState } from './postgres-cluster.ts';

/** A process that can be told from a later one with the same id. */
interface KnownProcess {
  pid: number;
  born: string;
}

interface LockFile extends KnownProcess {
  address: string | null;
  children: KnownProcess[];
}

/** What one running `npm start` writes down about itself, so that the next one neither doubles it nor trips over it. */
export interface LaunchLock {
  /** `address` says that it is up; null again that it is ending. */
  note(part: { address?: string | null; children?: readonly number[] }): void;
  release(): void;
}

/**
 * Takes the data folder for this launcher. Waits up to 15 s for one that is just ending, and ends what a
 * launcher that was killed left running.
 *
 * @throws Error when another launcher runs for the same folder; the message gives its address.
 */
export async function takeLock(file: string): Promise<LaunchLock> {
  mkdirSync(dirname(file), { recursive: true });
  const own = { pid: process.pid, born: birthOf(process.pid) };
  for (let waited = 0; ; waited += 250) {
    const other = read(file);
    if (!other || other.pid === own.pid || !isSame(other)) {
      if (other) await endAll(other.children);
      break;
    }
    if (other.address || waited >= 15_000)
      throw new Error(
        `Visavis already runs${other.address ? ` at ${other.address}` : ''} (process ${other.pid}).`,
      );
    await sleep(250);
  }
  let state: LockFile = { ...own, address: null, children: [] };
  write(file, state);
  return {
    note: ({ address, children }) => {
      state = {
        ...state,
        ...(address !== undefined && { address }),
        ...(children && { children: children.map((pid) => ({ pid, born: birthOf(pid) })) }),
      };
      write(file, state);
    },
    release: () => rmSync(file, { force: true }),
  };
}

/** Leaves children of a killed launcher ten seconds to notice it by themselves. */
async function endAll(children: readonly KnownProcess[]): Promise<void> {
  for (let waited = 0; waited < 10_000 && children.some(isSame); waited += 50) await sleep(50);
  for (const child of children) if (isSame(child)) process.kill(child.pid, 'SIGKILL');
  while (children.some(isSame)) await sleep(20);
}

function isSame(known: KnownProcess): boolean {
  return isAlive(known.pid) && birthOf(known.pid) === known.born;
}

/** When a process began, in clock ticks since the machine's start. Empty where there is no /proc. */
function birthOf(pid: number): string {
  return processState(pid)?.[19] ?? '';
}

function read(file: string): LockFile | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as LockFile;
  } catch {
    // Missing, or half written by a launcher that was killed: then it holds nothing.
    return null;
  }
}

function write(file: string, state: LockFile): void {
  writeFileSync(`${file}.new`, JSON.stringify(state));
  renameSync(`${file}.new`, file);
}
