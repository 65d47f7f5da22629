import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { isatty } from 'node:tty';
import { writeBackup } from './operation/backup/write-backup';

const STANDARD_OUTPUT = 1;

/**
 * Writes everything that is stored at one moment into a file, or to the standard output, while the product runs, as the
 * owner of the schema (`MIGRATION_DATABASE_URL`):
 *
 *   backup.mjs [<file>]
 *
 * `SECRET_KEY` is not in it and has to be kept as well, elsewhere. What was counted is said on the standard error.
 */
async function main([file]: readonly string[]): Promise<void> {
  const url = process.env['MIGRATION_DATABASE_URL'];
  if (url === undefined || !URL.canParse(url)) {
    throw new Error('MIGRATION_DATABASE_URL: missing; expected postgres://owner:password@host:port/database');
  }
  if (file === undefined && isatty(STANDARD_OUTPUT))
    throw new Error('where to? backup.mjs <file>, or a pipe');
  // Under its name only when it is whole; readable by nobody else.
  const unfinished = `${file}.unfinished`;
  // Not `process.stdout`, which never ends, so that nobody could wait until all of it is written.
  const to =
    file === undefined
      ? createWriteStream('', { fd: STANDARD_OUTPUT })
      : createWriteStream(unfinished, { mode: 0o600 });
  const { tables } = await writeBackup(url, to, Date.now());
  if (file !== undefined) await rename(unfinished, file);
  const rows = Object.values(tables).reduce((sum, tally) => sum + tally.rows, 0);
  console.error(`backup: ${rows} rows of ${Object.keys(tables).length} tables`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
});
