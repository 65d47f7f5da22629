import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { restoreBackup } from './operation/backup/restore-backup';

/**
 * Fills an empty database from a backup, as the owner of the schema (`MIGRATION_DATABASE_URL`):
 *
 *   restore.mjs [--verify] [--sent-until=<moment>] [<file>]
 *
 * Without a file it reads the standard input. `--verify` reads every row back and computes the evidence of every contract
 * anew; it ends with 1 when anything does not hold. Letters that were due up to `--sent-until` (now, unless told, as
 * 2026-11-27T10:00:00Z) may have gone out already: they are marked as failed and are sent again by hand only. Start
 * nothing on the database before this has ended.
 */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { verify: { type: 'boolean', default: false }, 'sent-until': { type: 'string' } },
    allowPositionals: true,
  });
  const url = process.env['MIGRATION_DATABASE_URL'];
  if (url === undefined || !URL.canParse(url)) {
    throw new Error('MIGRATION_DATABASE_URL: missing; expected postgres://owner:password@host:port/database');
  }
  const sentUntil = values['sent-until'] === undefined ? Date.now() : Date.parse(values['sent-until']);
  if (Number.isNaN(sentUntil)) throw new Error('--sent-until: expected a moment, as 2026-11-27T10:00:00Z');
  const file = positionals[0];
  const restored = await restoreBackup(url, file === undefined ? process.stdin : createReadStream(file), {
    sentUntil,
    verify: values.verify,
  });
  const { head, tables, rows, contracts, putAside, toCome, broken } = restored;
  console.log(`restored: ${rows} rows of ${tables} tables, as of ${new Date(head.at).toISOString()}`);
  console.log(`letters: ${putAside} put aside, ${toCome} to come`);
  if (contracts !== null && broken.length === 0)
    console.log(`verified: every row, the evidence of ${contracts} contracts, no letter of the past waits`);
  for (const sentence of broken) console.error(`BROKEN ${sentence}`);
  if (broken.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
});
