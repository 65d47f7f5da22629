import type { VaultPort } from './vault-line';

/** The builder looks for exactly this expression and makes the worker a file of its own. */
export function startWorker(): VaultPort {
  return new Worker(new URL('./worker/vault.worker', import.meta.url), { type: 'module', name: 'vault' });
}
