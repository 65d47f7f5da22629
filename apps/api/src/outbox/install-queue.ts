import { Client } from 'pg';
import { PgBoss } from 'pg-boss';
import { QUEUE_SCHEMA, QUEUES } from './letter-queue';

/**
 * Creates or updates the job queue's schema and queues, as the owner of the database, and lets the
 * application's role use them without owning anything. Safe to repeat; part of the migrate step.
 */
export async function installQueue(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    application_name: 'visavis-migrate',
    schema: QUEUE_SCHEMA,
    max: 2,
    supervise: false,
    schedule: false,
  });
  const problems: Error[] = [];
  boss.on('error', (error) => problems.push(error));
  await boss.start();
  try {
    for (const { name, ...options } of QUEUES) {
      await boss.createQueue(name, options);
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (problems[0] !== undefined) throw problems[0];
  await grantQueue(ownerUrl);
}

async function grantQueue(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'visavis-migrate' });
  await client.connect();
  try {
    await client.query('GRANT USAGE ON SCHEMA pgboss TO visavis_app');
    await client.query('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO visavis_app');
    await client.query('GRANT USAGE ON ALL SEQUENCES IN SCHEMA pgboss TO visavis_app');
    await client.query('GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO visavis_app');
  } finally {
    await client.end();
  }
}
