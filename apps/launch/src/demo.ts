import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_ACCOUNTS, DEMO_PRACTICE, DEMO_SETTINGS } from './demo-content.ts';
import { DemoClient } from './demo-client.ts';
import { signDemoContracts } from './demo-contracts.ts';
import { bookDemoCalls, fillDemoWeek } from './demo-week.ts';
import { products } from './project.ts';
import { runProgram } from './run-program.ts';
import type { System } from './start-system.ts';

/**
 * Loads the demo practice when there is no practice at all, or goes on with one that was interrupted.
 *
 * @returns whether the demo practice is there
 */
export async function ensureDemo(
  system: System,
  dataDir: string,
  say: (line: string) => void,
): Promise<boolean> {
  if (!system.database) return false;
  const unfinished = join(dataDir, 'demo-unfinished');
  const slugs = await practiceSlugs(system.database.app);
  if (slugs.length > 0 && !existsSync(unfinished)) return slugs.includes(DEMO_PRACTICE.slug);

  say('Loading a demo practice …');
  writeFileSync(unfinished, '');
  if (!slugs.includes(DEMO_PRACTICE.slug)) await createPractice(system);
  const clients = new Map<string, DemoClient>();
  for (const account of DEMO_ACCOUNTS)
    clients.set(account.slug, await new DemoClient(system).signIn(account));
  const owner = clients.get(DEMO_ACCOUNTS[0].slug);
  await owner?.send('PUT', '/api/practice', {
    name: DEMO_PRACTICE.name,
    country: DEMO_PRACTICE.country,
    ...DEMO_SETTINGS,
    retentionMonths: 12,
    allowedOrigins: ['http://localhost:8080'],
  });
  for (const account of DEMO_ACCOUNTS) {
    const client = clients.get(account.slug);
    if (client) await fillDemoWeek(client, account.slug, account.timeZone);
  }
  await bookDemoCalls(new DemoClient(system), clients);
  if (owner) await signDemoContracts(system, owner);
  rmSync(unfinished);
  return true;
}

async function createPractice(system: System): Promise<void> {
  // An account cannot be made over HTTP before there is one: the operator's program does it.
  const env = { ...system.environment, MIGRATION_DATABASE_URL: system.database?.owner };
  await runProgram(
    products.createPractice,
    env,
    JSON.stringify({ practice: DEMO_PRACTICE, supervisors: DEMO_ACCOUNTS }),
  );
}

async function practiceSlugs(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query<{ slug: string }>('select slug from practice_address limit 100');
    return found.rows.map(({ slug }) => slug);
  } finally {
    await client.end();
  }
}
