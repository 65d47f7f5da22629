import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Request } from '@playwright/test';
import pg from 'pg';
import { startPostgres } from '../../apps/launch/src/embedded-postgres.ts';
import { spellingIn, type Spellings } from './spellings.ts';

/** Where a phrase was found, and how it was spelled there. */
export interface Sighting {
  readonly place: string;
  readonly spelling: string;
}

/** Everything that leaves a browser from now on. */
export class Departures {
  readonly #left: { readonly place: string; readonly bytes: Buffer }[] = [];

  /** @returns what watches all pages and workers of this browser */
  static of(context: BrowserContext): Departures {
    const departures = new Departures();
    context.on('request', (request) => departures.#note(request));
    return departures;
  }

  get count(): number {
    return this.#left.length;
  }

  search(spellings: Spellings): Sighting[] {
    return this.#left.flatMap(({ place, bytes }) => sightings(spellings, place, bytes));
  }

  #note(request: Request): void {
    const text = `${request.url()}\n${JSON.stringify(request.headers())}\n`;
    const bytes = Buffer.concat([Buffer.from(text), request.postDataBuffer() ?? Buffer.alloc(0)]);
    this.#left.push({ place: `${request.method()} ${new URL(request.url()).pathname}`, bytes });
  }
}

/**
 * Everything the running product keeps: the database's files with its log of changes, caught letters, logs of all
 * programs; and every row as text, since a long value may lie compressed in the files.
 *
 * @param folder of a test system, whose `postgres` folder is a cluster that runs
 */
export async function searchWhatIsKept(folder: string, spellings: Spellings): Promise<Sighting[]> {
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres'), notice: () => undefined });
  const client = new pg.Client({ connectionString: postgres.superuserUrl('visavis') });
  await client.connect();
  try {
    await client.query('checkpoint');
    const rows = await searchRows(client, spellings);
    return [...rows, ...searchFiles(folder, spellings)];
  } finally {
    await client.end();
  }
}

async function searchRows(client: pg.Client, spellings: Spellings): Promise<Sighting[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
  );
  const found: Sighting[] = [];
  for (const { name } of tables) {
    // The name comes from the catalogue, quoted by it.
    const { rows } = await client.query<{ row: string }>('select t::text as row from ' + name + ' t');
    const text = Buffer.from(rows.map(({ row }) => row).join('\n'), 'utf8');
    found.push(...sightings(spellings, `table ${name}`, text));
  }
  return found;
}

function searchFiles(folder: string, spellings: Spellings): Sighting[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .flatMap((path) =>
      sightings(spellings, path.slice(folder.length + 1), inOneLine(path, readOrNothing(path))),
    );
}

/** Letters are broken into short lines, in the middle of anything. */
function inOneLine(path: string, bytes: Buffer): Buffer {
  if (!path.endsWith('.eml')) return bytes;
  return Buffer.from(bytes.toString('latin1').replaceAll(/=?\r?\n/g, ''), 'latin1');
}

/** A file may go while it is being read: a relation that was dropped, a letter that was collected. */
function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

function sightings(spellings: Spellings, place: string, bytes: Buffer): Sighting[] {
  const spelling = spellingIn(spellings, bytes);
  return spelling === null ? [] : [{ place, spelling }];
}
