import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { PgBoss } from 'pg-boss';
import { Clock } from '../../clock/clock';
import { CONFIGURATION } from '../../configuration/configuration';
import { createDataSource } from '../../database/data-source';
import { WorkerModule } from '../../worker.module';
import { installQueue } from '../install-queue';
import { LETTER_QUEUE, QUEUE_SCHEMA } from '../letter-queue';
import { aConfiguration } from './a-configuration';

export interface Urls {
  readonly app: string;
  readonly owner: string;
}

/** A migrated database of its own, with the job queue, where tries follow each other after a second. */
export async function aPostalDatabase(name: string): Promise<Urls> {
  const program = join(__dirname, '../../../../launch/src/dev-database.ts');
  const printed = execFileSync(
    process.execPath,
    [program, '--fresh', '--json', `--database=visavis_test_${name}`],
    { encoding: 'utf8' },
  );
  const { DATABASE_URL: app, MIGRATION_DATABASE_URL: owner } = JSON.parse(printed) as Record<string, string>;
  if (app === undefined || owner === undefined) throw new Error('no database');
  const migrating = createDataSource({
    url: owner,
    pool: 1,
    statementTimeout: 60_000,
    applicationName: 'test',
  });
  await migrating.initialize();
  await migrating.runMigrations();
  await migrating.destroy();
  await installQueue(owner);
  const boss = new PgBoss({
    connectionString: owner,
    schema: QUEUE_SCHEMA,
    supervise: false,
    schedule: false,
    max: 1,
  });
  await boss.start();
  await boss.updateQueue(LETTER_QUEUE, { retryDelay: 1, retryBackoff: false });
  await boss.stop({ graceful: false });
  return { app, owner };
}

/** A clock that tests set; it goes on from there. */
export class TestClock extends Clock {
  private ahead = 0;

  override now(): number {
    return super.now() + this.ahead;
  }

  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}

/** The worker's program on that database, nothing started yet. */
export async function aWorker(urls: Urls, smtpPort: number, clock: Clock): Promise<INestApplicationContext> {
  const configuration = aConfiguration({
    DATABASE_URL: urls.app,
    DATABASE_POOL: '4',
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
  });
  const module = await Test.createTestingModule({ imports: [WorkerModule] })
    .overrideProvider(CONFIGURATION)
    .useValue(configuration)
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  module.useLogger(false);
  return module.init();
}

/** Waits until `question` answers true. */
export async function until(question: () => Promise<boolean>, what: string, within = 20_000): Promise<void> {
  const end = performance.now() + within;
  while (!(await question())) {
    if (performance.now() > end) throw new Error(`${what} did not happen within ${within} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
