import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { startPostgres } from './embedded-postgres.ts';
import { derivePasswords, dropDatabase, prepareDatabase } from './prepare-database.ts';

/**
 * A database for somebody who develops or tests: makes it and prints its three addresses.
 *
 *   node apps/launch/src/dev-database.ts --database=name [--fresh] [--drop] [--json] [--stop]
 *
 * With SUPERUSER_DATABASE_URL in the environment it uses that server, else one of its own in `.data/dev`
 * that keeps running for the next call.
 */
const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'visavis_dev' },
    fresh: { type: 'boolean', default: false },
    drop: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    stop: { type: 'boolean', default: false },
  },
});

const superuserUrl = process.env['SUPERUSER_DATABASE_URL'] ?? (await ownServer());
if (superuserUrl !== null) {
  if (values.fresh || values.drop) await dropDatabase(superuserUrl, values.database);
  if (!values.drop) await printDatabase(superuserUrl);
}

/** The shared development server, or null when it was only to be stopped. */
async function ownServer(): Promise<string | null> {
  const server = await startPostgres({
    dataDir: join(import.meta.dirname, '../../../.data/dev/postgres'),
    port: 54_390,
    settings: { max_connections: '300' },
    durable: false,
    notice: (sentence) => console.error(sentence),
  });
  if (!values.stop) return server.superuserUrl('postgres');
  server.stop();
  return null;
}

async function printDatabase(superuserUrl: string): Promise<void> {
  const urls = await prepareDatabase(superuserUrl, values.database, derivePasswords(superuserUrl));
  const lines = {
    DATABASE_URL: urls.app,
    MIGRATION_DATABASE_URL: urls.owner,
    SUPERUSER_DATABASE_URL: superuserUrl,
  };
  if (values.json) console.log(JSON.stringify(lines));
  else for (const [name, value] of Object.entries(lines)) console.log(`export ${name}='${value}'`);
}
