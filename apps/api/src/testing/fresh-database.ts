import { Client, escapeIdentifier } from 'pg';
import { createDataSource } from '../database/data-source';

export interface Urls {
  readonly app: string;
  readonly owner: string;
  readonly superuser: string;
}

const EMPTY = 'visavis_empty';
const TEMPLATE = 'visavis_template';
const CLOSE = `ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`;
// Any fixed number: test files that want the template while it is being migrated wait for it.
const LOCK_KEY = 7_415_003;

/**
 * A database of its own with today's schema and no row, on the server of the test run, or on the developer's. It is a
 * copy of one that the first of all test files migrates (`make-templates.mjs` made it): migrating takes longer than
 * many of them.
 */
export function freshDatabase(name: string): Promise<Urls> {
  return copyDatabase(TEMPLATE, name);
}

/** One that nobody has migrated, as an operator makes it. */
export function emptyDatabase(name: string): Promise<Urls> {
  return copyDatabase(EMPTY, name);
}

async function copyDatabase(template: string, name: string): Promise<Urls> {
  const database = `visavis_test_${name}`;
  const urls = urlsOf(database);
  const server = new Client({ connectionString: urlsOf('postgres').superuser });
  await server.connect();
  try {
    if (template === TEMPLATE) await migrateOnce(server);
    const copy = escapeIdentifier(database);
    for (const statement of [
      `DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`,
      `CREATE DATABASE ${copy} TEMPLATE ${template} OWNER visavis_owner STRATEGY file_copy`,
    ])
      await server.query(statement);
    // A copy has everything of its template but the rights on the database itself.
    await server.query(
      `UPDATE pg_database SET datacl = (SELECT datacl FROM pg_database WHERE datname = $2) WHERE datname = $1`,
      [database, template],
    );
  } finally {
    await server.end();
  }
  return urls;
}

/** Nobody can enter a migrated template any more: a copy of a database in use is refused. */
async function migrateOnce(server: Client): Promise<void> {
  await server.query('SELECT pg_advisory_lock($1)', [LOCK_KEY]);
  const open = await server.query(`SELECT FROM pg_database WHERE datname = $1 AND datallowconn`, [TEMPLATE]);
  if (open.rowCount === 1) {
    const owner = createDataSource({
      url: urlsOf(TEMPLATE).owner,
      pool: 1,
      statementTimeout: 60_000,
      applicationName: 'test',
    });
    await owner.initialize();
    await owner.runMigrations();
    await owner.destroy();
    await server.query(CLOSE);
  }
  await server.query('SELECT pg_advisory_unlock($1)', [LOCK_KEY]);
}

function urlsOf(database: string): Urls {
  const template = JSON.parse(process.env['TEMPLATE_DATABASE'] ?? '{}') as Record<string, string>;
  const url = (variable: string) => {
    const found = new URL(template[variable] ?? '');
    found.pathname = `/${database}`;
    return found.href;
  };
  return {
    app: url('DATABASE_URL'),
    owner: url('MIGRATION_DATABASE_URL'),
    superuser: url('SUPERUSER_DATABASE_URL'),
  };
}
