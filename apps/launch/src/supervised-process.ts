import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './project.ts';

export interface ProcessPlan {
  name: string;
  script: string;
  args?: readonly string[];
  /** For Node itself. */
  flags?: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Where its output goes; null: to this console. */
  log: string | null;
}

export interface SupervisedProcess {
  name: string;
  /** Undefined once it is gone. */
  pid(): number | undefined;
  /** Asks it to end (SIGTERM), insists after `patienceMs` (SIGKILL); resolves when it is gone. */
  stop(patienceMs?: number): Promise<void>;
}

const RESTARTS = 5;
const WITHIN_MS = 60_000;

/**
 * Starts one of our programs and starts it again when it ends by itself, five times a minute at most; then
 * `onGivingUp` hears why; `onChange` hears of every other end. It is in a process group of its own (Ctrl-C reaches it through us, in our order) and
 * has a channel to us by whose end it notices that we are gone.
 */
export function supervise(
  plan: ProcessPlan,
  onGivingUp: (sentence: string) => void,
  onChange: () => void = () => undefined,
): SupervisedProcess {
  const starts: number[] = [];
  let stopping = false;
  let ended: Promise<void> = Promise.resolve();
  let child: ChildProcess | undefined;

  const start = () => {
    // The log tells of this start and its restarts, not of last week.
    const running = launch(plan, starts.length === 0 ? 'w' : 'a');
    starts.push(Date.now());
    child = running;
    ended = new Promise((resolve) => {
      running.once('exit', (code, signal) => {
        resolve();
        if (stopping) {
          onChange();
          return;
        }
        const recent = starts.filter((time) => time > Date.now() - WITHIN_MS).length;
        if (recent > RESTARTS || uptime(starts) < 3_000)
          onGivingUp(`${plan.name} ended by itself (${signal ?? `code ${code}`}).${logTail(plan.log)}`);
        else {
          start();
          onChange();
        }
      });
    });
  };
  start();
  return {
    name: plan.name,
    pid: () => (child?.exitCode === null && child.signalCode === null ? child.pid : undefined),
    stop: async (patienceMs = 30_000) => {
      stopping = true;
      const running = child;
      if (!running || running.exitCode !== null || running.signalCode !== null) return;
      running.kill('SIGTERM');
      const insist = setTimeout(() => running.kill('SIGKILL'), patienceMs);
      await ended;
      clearTimeout(insist);
    },
  };
}

/** A program that cannot even start (a wrong setting, say) is not worth five attempts. */
function uptime(starts: readonly number[]): number {
  return Date.now() - (starts.at(-1) ?? 0);
}

function launch(plan: ProcessPlan, mode: 'w' | 'a'): ChildProcess {
  if (plan.log) mkdirSync(dirname(plan.log), { recursive: true });
  // A file, not a pipe: a pipe would break under the program when this process is killed.
  const out = plan.log ? openSync(plan.log, mode) : 'inherit';
  const child = spawn(process.execPath, [...(plan.flags ?? []), plan.script, ...(plan.args ?? [])], {
    cwd: root,
    detached: true,
    env: { ...plan.env, VISAVIS_EXIT_WITH_PARENT: '1' },
    stdio: ['ignore', out, out, 'ipc'],
  });
  if (typeof out === 'number') closeSync(out);
  return child;
}

function logTail(log: string | null): string {
  return log ? ` The end of ${log}:\n${readFileSync(log, 'utf8').slice(-3_000)}` : '';
}
