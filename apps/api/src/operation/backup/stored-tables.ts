import type { Client } from 'pg';

export interface StoredTable {
  readonly name: string;
  /** Its own columns in order, without generated ones. */
  readonly columns: readonly string[];
  /** SQL that gives its rows in the same order on every machine. */
  readonly order: string;
}

/** What the queue and the limits hold is made anew, and migrations are run and not copied. */
const NOT_KEPT = ['rate_limit', 'migration'];

// Text is ordered by its bytes: the order of a language may differ from one machine to the next.
const TABLES = `
  SELECT c.relname AS name,
    (SELECT array_agg(quote_ident(a.attname) ORDER BY a.attnum) FROM pg_attribute a
     WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    (SELECT string_agg(quote_ident(a.attname) || CASE WHEN a.attcollation <> 0 THEN ' COLLATE "C"' ELSE '' END, ', ' ORDER BY k.place)
     FROM pg_index i, unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (attnum, place), pg_attribute a
     WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.attnum) AS order
  FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ($1)
  ORDER BY c.relname`;

/** Every table that a backup holds, as the catalogue has them: one that is added later cannot be forgotten. */
export async function storedTables(client: Client): Promise<StoredTable[]> {
  const { rows } = await client.query<StoredTable>(TABLES, [NOT_KEPT]);
  return rows;
}

/** How values are written, whatever the server or the role prefers. */
export async function settleSpelling(client: Client): Promise<void> {
  await client.query(
    `SET datestyle = 'ISO'; SET timezone = 'UTC'; SET intervalstyle = 'postgres'; SET extra_float_digits = 1;
     SET bytea_output = 'hex'; SET client_encoding = 'UTF8'; SET search_path = public; SET statement_timeout = 0;
     SET idle_in_transaction_session_timeout = 0`,
  );
}

export function copyRows({ name, columns, order }: StoredTable): string {
  return `COPY (SELECT ${columns.join(', ')} FROM public.${name} ORDER BY ${order}) TO STDOUT`;
}
