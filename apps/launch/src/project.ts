import { join, resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../../..');

/**
 * How Node runs API and worker: a small nursery, since what requests leave behind is garbage at once, and a bound for
 * what stays, which decides how much garbage may lie around before it is looked for. Left to itself Node takes its
 * measure from the machine and keeps tens of megabytes more.
 */
export const PROGRAM_FLAGS = ['--max-semi-space-size=16', '--max-old-space-size=512'] as const;

/** What the build makes, by what it is for. */
export const products = {
  api: join(root, 'dist/apps/api/main.mjs'),
  worker: join(root, 'dist/apps/api/worker.mjs'),
  migrate: join(root, 'dist/apps/api/migrate.mjs'),
  createPractice: join(root, 'dist/apps/api/create-practice.mjs'),
  openDemoVaults: join(root, 'dist/apps/demo/open-demo-vaults.mjs'),
} as const;

/** Of an error or of anything else that was thrown: what a person can read. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
