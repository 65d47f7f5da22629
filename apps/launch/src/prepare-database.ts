import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

export interface RolePasswords {
  owner: string;
  app: string;
}

/** The two addresses a program gets: the application's role, and the owner for migrations. */
export interface DatabaseUrls {
  app: string;
  owner: string;
}

// Any fixed number will do: it only has to be the same in all launchers of one server.
const LOCK_KEY = 7_415_002;

/**
 * Makes database `name` with its roles and rights (docker/bootstrap-roles.sql), whatever part of it exists
 * already. Roles belong to the whole server: everyone who prepares a database there must give the same
 * passwords, see `derivePasswords`.
 *
 * @param superuserUrl any database of the server, signed in as a superuser
 */
export async function prepareDatabase(
  superuserUrl: string,
  name: string,
  passwords: RolePasswords,
): Promise<DatabaseUrls> {
  await withClient(urlFor(superuserUrl, { database: 'postgres' }), async (server) => {
    // Two launchers at once would trip over each other's changes to the same catalogue rows.
    await server.query('select pg_advisory_lock($1)', [LOCK_KEY]);
    const found = await server.query('select from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) await server.query(`create database ${pg.escapeIdentifier(name)}`);
    const values = { database: name, owner_password: passwords.owner, app_password: passwords.app };
    await withClient(urlFor(superuserUrl, { database: name }), (database) =>
      database.query(fillIn(readFileSync(BOOTSTRAP_FILE, 'utf8'), values)),
    );
  });
  return {
    app: urlFor(superuserUrl, { database: name, user: 'visavis_app', password: passwords.app }),
    owner: urlFor(superuserUrl, { database: name, user: 'visavis_owner', password: passwords.owner }),
  };
}

const BOOTSTRAP_FILE = join(import.meta.dirname, '../../../docker/bootstrap-roles.sql');

/** Drops a database and everything in it, ending the connections that are still open. */
export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await withClient(urlFor(superuserUrl, { database: 'postgres' }), (server) =>
    server.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
  );
}

/** Passwords of the two roles, the same for everyone who knows the superuser's; so they are kept nowhere. */
export function derivePasswords(superuserUrl: string): RolePasswords {
  const secret = decodeURIComponent(new URL(superuserUrl).password);
  const derive = (role: string) => createHmac('sha256', secret).update(role).digest('base64url');
  return { owner: derive('visavis_owner'), app: derive('visavis_app') };
}

/** psql's two ways to name a variable: `:'x'` is a quoted text, `:"x"` a quoted name. */
function fillIn(sql: string, values: Readonly<Record<string, string>>): string {
  return sql.replace(/:(['"])(\w+)\1/g, (_, quote: string, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`bootstrap-roles.sql asks for an unknown value: ${name}`);
    return quote === "'" ? pg.escapeLiteral(value) : pg.escapeIdentifier(value);
  });
}

function urlFor(base: string, part: { database: string; user?: string; password?: string }): string {
  const url = new URL(base);
  url.pathname = `/${encodeURIComponent(part.database)}`;
  if (part.user !== undefined) url.username = part.user;
  if (part.password !== undefined) url.password = encodeURIComponent(part.password);
  return url.href;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
