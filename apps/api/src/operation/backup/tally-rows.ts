import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { to } from 'pg-copy-streams';
import type { Tally } from './backup-file';
import { readLines } from './read-lines';
import { copyRows, type StoredTable } from './stored-tables';

/** Counts and hashes the rows of a table in passing; `hear` gets each of them. */
export async function tallyRows(
  client: Client,
  table: StoredTable,
  hear: (row: Buffer) => Promise<void> | void = () => undefined,
): Promise<Tally> {
  const hash = createHash('sha256');
  let rows = 0;
  for await (const row of readLines(client.query(to(copyRows(table))))) {
    rows += 1;
    hash.update(row);
    await hear(row);
  }
  return { rows, sha256: hash.digest('hex') };
}
