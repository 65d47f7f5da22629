import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Count } from './count-results.ts';
import { hashFiles } from './hash-files.ts';

export interface EarlierResult extends Count {
  /** When it was found, ISO. */
  at: string;
  /** How long that took, seconds. */
  took: number;
}

/** What a step's result depends on. */
export interface Judged {
  name: string;
  /** Files and folders, from the project's folder; null when the step keeps no result. */
  reads: readonly string[] | null;
}

// The rest of the environment is the same for everybody or taken away before anything is started.
const VARIABLES = /^(TZ|LANG|LC_\w+|NODE_OPTIONS|OPENSSL_PATH|CHROMIUM_PATH|RATE_\w+)$/;

/**
 * Results of steps in which nothing failed, for as long as everything that they read is the same, on the day they
 * were found: some ask the real clock, and a week looks different tomorrow.
 */
export class EarlierResults {
  readonly #folder: string;
  readonly #project: string;
  readonly #today: () => string;

  /** @param today ISO date */
  constructor(folder: string, project: string, today = () => new Date().toISOString().slice(0, 10)) {
    this.#folder = folder;
    this.#project = project;
    this.#today = today;
  }

  /** Everything that decides the result of a step, as one hash. Null: then it is never replayed. */
  stateOf({ name, reads }: Judged): string | null {
    if (reads === null) return null;
    const variables = Object.entries(process.env).filter(([variable]) => VARIABLES.test(variable));
    return createHash('sha256')
      .update(JSON.stringify([name, process.version, process.arch, this.#today(), variables.sort()]))
      .update(hashFiles(this.#project, reads))
      .digest('hex');
  }

  find(step: Judged): EarlierResult | null {
    const state = this.stateOf(step);
    if (state === null || !existsSync(this.#file(step))) return null;
    const kept = JSON.parse(readFileSync(this.#file(step), 'utf8')) as EarlierResult & { state: string };
    return kept.state === state ? kept : null;
  }

  /** @param state from before the step ran: what was edited meanwhile was perhaps not read */
  keep(step: Judged, state: string | null, result: EarlierResult): void {
    rmSync(this.#file(step), { force: true });
    if (state === null || result.failed > 0 || result.passed === 0 || state !== this.stateOf(step)) return;
    mkdirSync(this.#folder, { recursive: true });
    const { passed, failed, at, took } = result;
    writeFileSync(this.#file(step), JSON.stringify({ state, passed, failed, at, took }));
  }

  forget(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #file({ name }: Judged): string {
    return join(this.#folder, `${name}.json`);
  }
}
