import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { PgBoss } from 'pg-boss';
import { Clock } from '../../clock/clock';
import { CONFIGURATION } from '../../configuration/configuration';
import { WorkerModule } from '../../worker.module';
import { freshDatabase, type Urls } from '../../testing/fresh-database';
import { installQueue } from '../install-queue';
import { LETTER_QUEUE, QUEUE_SCHEMA } from '../letter-queue';
import { aConfiguration } from './a-configuration';

/** A migrated database of its own, with the job queue, where tries follow each other after a second. */
export async function aPostalDatabase(name: string): Promise<Urls> {
  const urls = await freshDatabase(name);
  const { owner } = urls;
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
  return urls;
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
