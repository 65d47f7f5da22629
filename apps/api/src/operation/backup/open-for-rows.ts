import type { Client } from 'pg';

/** Everything that guards rows as the catalogue has it, in one text. */
const GUARDS = `
  SELECT string_agg(line, E'\\n' ORDER BY line) AS guards FROM (
    SELECT c.relname || ' closed ' || c.relrowsecurity || ' forced ' || c.relforcerowsecurity AS line
      FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT t.tgrelid::regclass || ' trigger ' || t.tgname || ' ' || t.tgenabled::text
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
    UNION ALL SELECT k.conrelid::regclass || ' ' || k.conname || ' ' || k.convalidated || ' ' || pg_get_constraintdef(k.oid)
      FROM pg_constraint k WHERE k.connamespace = 'public'::regnamespace AND k.conrelid <> 0) AS found`;

// As the owner may: triggers off, keys between tables gone, policies not for itself. All of it is laid down again.
const TABLES = `
  SELECT quote_ident(relname) AS name, relforcerowsecurity AS forced FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'migration'`;
const KEYS = `
  SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`;

/**
 * Opens an empty schema for rows that come in any order and were checked when they were written. What it returns
 * closes everything again, which checks the keys between tables.
 *
 * @throws Error from closing, when anything that guards rows is not as it was
 */
export async function openForRows(client: Client): Promise<() => Promise<void>> {
  const before = await guards(client);
  const tables = (await client.query<{ name: string; forced: boolean }>(TABLES)).rows;
  const keys = (await client.query<{ table: string; name: string; definition: string }>(KEYS)).rows;
  const all = async (statements: readonly string[]) => {
    for (const statement of statements) await client.query(statement);
  };
  await all(keys.map(({ table, name }) => `ALTER TABLE ${table} DROP CONSTRAINT ${name}`));
  await all(
    tables.flatMap(({ name }) => [
      `ALTER TABLE ${name} NO FORCE ROW LEVEL SECURITY`,
      `ALTER TABLE ${name} DISABLE TRIGGER USER`,
      `TRUNCATE ${name}`,
    ]),
  );
  return async () => {
    await all(
      keys.map(({ table, name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`),
    );
    await all(
      tables.flatMap(({ name, forced }) => [
        `ALTER TABLE ${name} ENABLE TRIGGER USER`,
        ...(forced ? [`ALTER TABLE ${name} FORCE ROW LEVEL SECURITY`] : []),
      ]),
    );
    if ((await guards(client)) !== before)
      throw new Error('the schema is not what it was before the rows came');
  };
}

async function guards(client: Client): Promise<string> {
  const { rows } = await client.query<{ guards: string }>(GUARDS);
  return rows[0]?.guards ?? '';
}
