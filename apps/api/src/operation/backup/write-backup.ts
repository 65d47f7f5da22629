import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { COMMENT, copyLine, END_OF_ROWS, type BackupFoot, type BackupHead, type Tally } from './backup-file';
import { settleSpelling, storedTables } from './stored-tables';
import { tallyRows } from './tally-rows';

/**
 * Writes everything that is stored at one moment, while the product runs: one snapshot for all tables, nobody waits.
 *
 * @param ownerUrl the owner of the schema (`MIGRATION_DATABASE_URL`)
 */
export async function writeBackup(ownerUrl: string, to: Writable, now: number): Promise<BackupFoot> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'visavis-backup' });
  await client.connect();
  const packing = createGzip();
  const packed = finished(packing.pipe(to));
  packed.catch(() => undefined); // heard below, where the rows are waited for as well
  const write = async (text: string | Buffer) => {
    if (!packing.write(text)) await Promise.race([once(packing, 'drain'), packed]);
  };
  try {
    await settleSpelling(client);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = await client.query<{ name: string }>('SELECT name FROM migration ORDER BY id');
    // Row-level security is forced on the owner too; this role sees all practices and signs in nowhere.
    await client.query('SET LOCAL ROLE visavis_system');
    const head: BackupHead = {
      visavis: 'backup',
      form: 1,
      at: now,
      migrations: migrations.rows.map(({ name }) => name),
    };
    await write(`${COMMENT}${JSON.stringify(head)}\n`);
    const tables: Record<string, Tally> = {};
    for (const table of await storedTables(client)) {
      await write(`\n${copyLine(table.name, table.columns)}\n`);
      tables[table.name] = await tallyRows(client, table, write);
      await write(`${END_OF_ROWS}\n`);
    }
    await client.query('COMMIT');
    await write(`\n${COMMENT}${JSON.stringify({ tables } satisfies BackupFoot)}\n`);
    packing.end();
    await packed;
    return { tables };
  } finally {
    await client.end();
  }
}
