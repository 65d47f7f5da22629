import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from } from 'pg-copy-streams';
import {
  BackupError,
  backupFoot,
  COMMENT,
  END_OF_ROWS,
  readCopyLine,
  type BackupFoot,
  type Tally,
} from './backup-file';

type Lines = AsyncIterator<Buffer, void, undefined>;

/**
 * Hands every table of a backup to the database and compares what was read with what the file says of itself.
 *
 * @throws BackupError when it was cut off, or anything in it was changed
 */
export async function loadRows(client: Client, lines: Lines): Promise<BackupFoot> {
  const loaded: Record<string, Tally> = {};
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    const line = next.value.toString('utf8').trimEnd();
    if (line === '') continue;
    if (line.startsWith(COMMENT)) return compare(readFoot(line), loaded);
    const copy = readCopyLine(line);
    if (copy === null) throw new BackupError('this line belongs to no table of a backup');
    loaded[copy.table] = await loadTable(client, copy, lines);
  }
  throw new BackupError('the backup breaks off before its end');
}

async function loadTable(
  client: Client,
  { table, columns }: { table: string; columns: string },
  lines: Lines,
): Promise<Tally> {
  const hash = createHash('sha256');
  let rows = 0;
  async function* taken() {
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      if (next.value.length === 3 && next.value.toString('latin1') === `${END_OF_ROWS}\n`) return;
      rows += 1;
      hash.update(next.value);
      yield next.value;
    }
    throw new BackupError(`the backup breaks off in ${table}`);
  }
  await pipeline(taken, client.query(from(`COPY public.${table} (${columns}) FROM STDIN`)));
  return { rows, sha256: hash.digest('hex') };
}

function readFoot(line: string): BackupFoot {
  try {
    return backupFoot.parse(JSON.parse(line.slice(COMMENT.length)));
  } catch (error) {
    throw new BackupError('the backup breaks off in its last line', { cause: error });
  }
}

function compare(foot: BackupFoot, loaded: Readonly<Record<string, Tally>>): BackupFoot {
  const names = new Set([...Object.keys(foot.tables), ...Object.keys(loaded)]);
  for (const name of names) {
    const [wanted, found] = [foot.tables[name], loaded[name]];
    if (wanted?.rows !== found?.rows || wanted?.sha256 !== found?.sha256)
      throw new BackupError(`${name} is not what was written: the backup was damaged or changed`);
  }
  return foot;
}
