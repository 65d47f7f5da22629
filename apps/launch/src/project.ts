import { join, resolve } from 'node:path';

/** The project's folder. */
export const root = resolve(import.meta.dirname, '../../..');

/** What the build makes, by what it is for. */
export const products = {
  api: join(root, 'dist/apps/api/main.mjs'),
  worker: join(root, 'dist/apps/api/worker.mjs'),
  migrate: join(root, 'dist/apps/api/migrate.mjs'),
  createPractice: join(root, 'dist/apps/api/create-practice.mjs'),
} as const;

/** Of an error or of anything else that was thrown: what a person can read. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
