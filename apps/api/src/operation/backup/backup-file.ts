import * as z from 'zod';

/*
 * A backup is one text file, gzipped, in the form of a data-only dump of PostgreSQL: for every table a COPY with its
 * rows and a line `\.`, so that psql reads it too. Two comments say what PostgreSQL does not: the first line with
 * which migrations the rows go, the last one what has to have come out.
 */

export const backupHead = z.strictObject({
  visavis: z.literal('backup'),
  form: z.literal(1),
  /** Epoch milliseconds of the state that it holds. */
  at: z.number(),
  /** The schema of its rows: names of migrations, in order. */
  migrations: z.array(z.string()).min(1),
});
export type BackupHead = z.output<typeof backupHead>;

const tally = z.strictObject({ rows: z.int().min(0), sha256: z.string().length(64) });

export const backupFoot = z.strictObject({ tables: z.record(z.string(), tally) });
export type BackupFoot = z.output<typeof backupFoot>;
/** Rows of a table and the hash of all of them, in order. */
export type Tally = z.output<typeof tally>;

export const COMMENT = '-- ';
export const END_OF_ROWS = '\\.';

export function copyLine(table: string, columns: readonly string[]): string {
  return `COPY public.${table} (${columns.join(', ')}) FROM stdin;`;
}

/** @returns table and columns as written, or null when the line is no such line */
export function readCopyLine(line: string): { table: string; columns: string } | null {
  const [, table, columns] = /^COPY public\.([a-z_]+) \(([a-z0-9_", ]+)\) FROM stdin;$/.exec(line) ?? [];
  return table === undefined || columns === undefined ? null : { table, columns };
}

export class BackupError extends Error {
  override readonly name = 'BackupError';
}
