import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DemoClient } from './demo-client.ts';
import { products } from './project.ts';
import { runProgram } from './run-program.ts';
import type { System } from './start-system.ts';

/** Who writes the demo's journal and who reads one entry of it, signed in. */
export interface DemoPair {
  readonly coach: DemoClient;
  readonly supervisor: DemoClient;
}

/** Passphrases by whose vault they open. */
export interface DemoPassphrases {
  readonly coach: string;
  readonly supervisor: string;
}

/**
 * Opens the vaults of two fictitious people with the client's own program: this one cannot seal anything. Their
 * passphrases are kept beside the demo's data, since nobody could ever read them anywhere else.
 */
export async function openDemoVaults(
  { apiUrl, publicUrl, environment }: System,
  dataDir: string,
  { coach, supervisor }: DemoPair,
): Promise<void> {
  const { vault } = (await coach.send('GET', '/api/vault')) as { vault: object | null };
  if (vault !== null) return; // an interrupted start got this far
  const today = Temporal.Now.plainDateISO('Europe/Paris').toString();
  const wish = { apiUrl, publicUrl, coach: coach.token, supervisor: supervisor.token, today };
  const passphrases = await runProgram(products.openDemoVaults, environment, JSON.stringify(wish));
  writeFileSync(fileIn(dataDir), passphrases, { mode: 0o600 });
}

/** Null where no demo was loaded with vaults. */
export function demoPassphrases(dataDir: string): DemoPassphrases | null {
  const file = fileIn(dataDir);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoPassphrases) : null;
}

function fileIn(dataDir: string): string {
  return join(dataDir, 'demo-passphrases.json');
}
