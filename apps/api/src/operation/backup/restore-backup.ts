import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Client } from 'pg';
import { createDataSource } from '../../database/data-source';
import { MIGRATIONS } from '../../database/migrations';
import { installQueue } from '../../outbox/install-queue';
import { BackupError, backupHead, COMMENT, type BackupFoot, type BackupHead } from './backup-file';
import { loadRows } from './load-rows';
import { openForRows } from './open-for-rows';
import { readLines } from './read-lines';
import { settleRestored, type Settled } from './settle-restored';
import { settleSpelling } from './stored-tables';
import { verifyRows, verifyState } from './verify-restored';

export interface RestoreWish {
  /** Letters due up to then (epoch milliseconds) may have been sent by the server that is gone. */
  readonly sentUntil: number;
  /** Whether every row is read back and every contract's evidence computed anew. */
  readonly verify: boolean;
}

export interface Restored extends Settled {
  readonly head: BackupHead;
  readonly tables: number;
  readonly rows: number;
  /** Contracts whose evidence was computed anew; null when nobody asked. */
  readonly contracts: number | null;
  /** What does not hold; empty when everything does. */
  readonly broken: readonly string[];
}

/**
 * Fills an empty, prepared database (docker/bootstrap-roles.sql) from a backup: the schema by the migrations that it was
 * written with, its rows in one transaction, then the migrations since. A later backup than this release is refused.
 *
 * @throws BackupError
 */
export async function restoreBackup(ownerUrl: string, from: Readable, wish: RestoreWish): Promise<Restored> {
  const lines = readLines(from.pipe(createGunzip()));
  const head = readHead(await lines.next().catch(() => ({ value: undefined })));
  await refuseFilled(ownerUrl);
  await migrate(ownerUrl, head.migrations);
  const client = new Client({ connectionString: ownerUrl, application_name: 'visavis-restore' });
  await client.connect();
  let foot: BackupFoot;
  let settled: Settled;
  const broken: string[] = [];
  try {
    await settleSpelling(client);
    await client.query('BEGIN');
    const close = await openForRows(client);
    foot = await loadRows(client, lines);
    if (wish.verify) broken.push(...(await verifyRows(client, foot)));
    settled = await settleRestored(client, wish.sentUntil);
    await close();
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
  await migrate(ownerUrl, null);
  await installQueue(ownerUrl);
  const state = wish.verify ? await verify(ownerUrl, wish.sentUntil) : null;
  const tallies = Object.values(foot.tables);
  return {
    head,
    ...settled,
    tables: tallies.length,
    rows: tallies.reduce((sum, { rows }) => sum + rows, 0),
    contracts: state?.contracts ?? null,
    broken: [...broken, ...(state?.broken ?? [])],
  };
}

function readHead({ value }: { readonly value?: Buffer | void }): BackupHead {
  const line = value?.toString('utf8').trimEnd() ?? '';
  try {
    return backupHead.parse(JSON.parse(line.slice(COMMENT.length)));
  } catch (error) {
    throw new BackupError('this is no backup of Visavis', { cause: error });
  }
}

async function refuseFilled(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'visavis-restore' });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT 1 FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace LIMIT 1`,
    );
    if (rows.length > 0)
      throw new BackupError('the database is not empty: a backup is restored into a new one');
  } finally {
    await client.end();
  }
}

/** @param names those that ran when the backup was made; null: all of this release */
async function migrate(ownerUrl: string, names: readonly string[] | null): Promise<void> {
  const known = MIGRATIONS.map(({ name }) => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new BackupError(`the backup was made by a later release: ${unknown} is not known here`);
  const chosen = MIGRATIONS.filter(({ name }) => names?.includes(name) ?? true);
  const owner = openAsOwner(ownerUrl, chosen);
  await owner.initialize();
  try {
    await owner.runMigrations();
  } finally {
    await owner.destroy();
  }
}

async function verify(ownerUrl: string, sentUntil: number) {
  const owner = openAsOwner(ownerUrl, MIGRATIONS);
  await owner.initialize();
  try {
    return await verifyState(owner, sentUntil);
  } finally {
    await owner.destroy();
  }
}

function openAsOwner(url: string, migrations: typeof MIGRATIONS) {
  const settings = { url, pool: 1, statementTimeout: 600_000, applicationName: 'visavis-restore' };
  return createDataSource(settings, [], migrations);
}
