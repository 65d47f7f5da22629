import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_ACCOUNTS, DEMO_PRACTICE, DEMO_SETTINGS } from './demo-content.ts';
import { DemoClient } from './demo-client.ts';
import { signDemoContracts } from './demo-contracts.ts';
import { makeDemoPast } from './demo-past.ts';
import { openDemoVaults } from './demo-vaults.ts';
import { appointmentsAround, bookDemoCall, fillDemoWeek } from './demo-week.ts';
import { planDemoCalls } from './plan-demo-calls.ts';
import { products } from './project.ts';
import { runProgram } from './run-program.ts';
import type { RunProcess, System } from './start-system.ts';

/** There from the first to the last act of making the demo. */
function unfinishedMark(dataDir: string): string {
  return join(dataDir, 'demo-unfinished');
}

/**
 * Makes the demo practice when there is no practice at all, and its last ten days. To be called before a worker
 * runs; `ensureDemo` does the rest.
 */
export async function beginDemo(
  system: System,
  dataDir: string,
  run: RunProcess,
  say: (line: string) => void,
): Promise<void> {
  if (!system.database || (await practiceSlugs(system.database.app)).length > 0) return;
  say('Making a demo practice, with last week in it …');
  writeFileSync(unfinishedMark(dataDir), '');
  await createPractice(system);
  await makeDemoPast(system, run, dataDir);
}

/**
 * Finishes the demo that `beginDemo` began, also one that was interrupted: then without a past, since a clock that has
 * gone on does not go back.
 *
 * @returns whether the demo practice is there
 */
export async function ensureDemo(system: System, dataDir: string): Promise<boolean> {
  if (!system.database) return false;
  const unfinished = unfinishedMark(dataDir);
  if (!existsSync(unfinished)) return (await practiceSlugs(system.database.app)).includes(DEMO_PRACTICE.slug);

  const supervisors = new Map<string, DemoClient>();
  for (const account of DEMO_ACCOUNTS)
    supervisors.set(account.slug, await new DemoClient(system).signIn(account));
  const owner = supervisors.get(DEMO_ACCOUNTS[0].slug);
  await owner?.send('PUT', '/api/practice', {
    name: DEMO_PRACTICE.name,
    country: DEMO_PRACTICE.country,
    ...DEMO_SETTINGS,
    retentionMonths: 12,
    allowedOrigins: ['http://localhost:8080'],
  });
  await fillUp(new DemoClient(system), supervisors);
  const coach = owner && (await signDemoContracts(system, owner));
  if (coach) await openDemoVaults(system, dataDir, { coach, supervisor: owner });
  rmSync(unfinished);
  return true;
}

/** What a past that was cut short left out, as far as it lies ahead. */
async function fillUp(visitor: DemoClient, supervisors: ReadonlyMap<string, DemoClient>): Promise<void> {
  const now = Date.now();
  const planned = planDemoCalls(now).filter(({ start }) => start > now);
  for (const { slug, timeZone } of DEMO_ACCOUNTS) {
    const supervisor = supervisors.get(slug);
    if (supervisor === undefined) continue;
    await fillDemoWeek(supervisor, slug, timeZone, now);
    const there = new Set((await appointmentsAround(supervisor, now)).map(({ lastName }) => lastName));
    for (const call of planned)
      if (call.with === slug && !there.has(call.person.lastName))
        await bookDemoCall(call, visitor, supervisor);
  }
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
