import 'reflect-metadata';
import { createDataSource } from './database/data-source';
import { installQueue } from './outbox/install-queue';

/**
 * Brings the schema and the job queue up to date, as the owner (`MIGRATION_DATABASE_URL`). Safe to run again and from several
 * machines at once: an advisory lock lets one pass at a time.
 */
async function migrate(): Promise<void> {
  const url = process.env['MIGRATION_DATABASE_URL'];
  if (url === undefined || !URL.canParse(url)) {
    throw new Error('MIGRATION_DATABASE_URL: missing; expected postgres://owner:password@host:port/database');
  }
  const dataSource = createDataSource({
    url,
    pool: 2,
    statementTimeout: 60_000,
    applicationName: 'visavis-migrate',
  });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('SET lock_timeout = 0');
    await runner.query('SELECT pg_advisory_lock(7041776)');
    const applied = await dataSource.runMigrations();
    for (const migration of applied) console.log(`migrated: ${migration.name}`);
    await installQueue(url);
  } finally {
    await runner.release();
    await dataSource.destroy();
  }
}

migrate().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
