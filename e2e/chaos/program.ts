import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { root } from '../../apps/launch/src/project.ts';
import { isOk, waitUntil } from '../../apps/launch/src/wait-until.ts';

export interface ProgramPlan {
  name: string;
  script: string;
  env: Readonly<Record<string, string | undefined>>;
  /** Answers with a 2xx once the program does its work. */
  readyUrl: string;
  log: string;
}

/** One process of the product that can be killed and brought back. */
export class Program {
  readonly plan: ProgramPlan;
  #child: ChildProcess | null = null;
  #ended: Promise<void> = Promise.resolve();

  constructor(plan: ProgramPlan) {
    this.plan = plan;
  }

  /** Starts it and waits until it is ready; an attempt that fails because the database is away is repeated. */
  async start(patienceMs = 60_000): Promise<void> {
    const deadline = Date.now() + patienceMs;
    this.#spawn();
    const readyOrGone = async () => {
      if (this.#gone() && Date.now() < deadline - 2_000) this.#spawn();
      return await isOk(this.plan.readyUrl);
    };
    await waitUntil(`${this.plan.name} should become ready`, readyOrGone, patienceMs);
  }

  /** kill -9: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.#ended;
  }

  /** SIGTERM, and the wait until it has gone by itself. Answers its exit code, null after it had to be killed. */
  async end(patienceMs = 30_000): Promise<number | null> {
    const child = this.#child;
    if (!child || this.#gone()) return child?.exitCode ?? null;
    child.kill('SIGTERM');
    const insist = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await this.#ended;
    clearTimeout(insist);
    return child.exitCode;
  }

  #gone(): boolean {
    return this.#child === null || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  #spawn(): void {
    const out = openSync(this.plan.log, 'a');
    const child = spawn(process.execPath, [this.plan.script], {
      cwd: root,
      detached: true,
      // The channel tells it that we are gone, however we end.
      env: { ...this.plan.env, VISAVIS_EXIT_WITH_PARENT: '1' },
      stdio: ['ignore', out, out, 'ipc'],
    });
    closeSync(out);
    child.on('error', () => undefined);
    this.#ended = new Promise((resolve) => child.once('exit', () => resolve()));
    this.#child = child;
  }
}
