import { createHash } from 'node:crypto';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { HOUR, MINUTE } from '@visavis/kernel';
import { Client } from 'pg';
import { emptyDatabase } from '../../testing/fresh-database';
import { Clock } from '../../clock/clock';
import { installQueue } from '../../outbox/install-queue';
import { aMailServer } from '../../outbox/testing/mail-server';
import { aWorker, until } from '../../outbox/testing/post-room';
import { runWorker } from '../../run-worker';
import { ContractWorker } from '../../supervision/testing/contract-worker';
import { ContractsApp } from '../../supervision/testing/contracts-app';
import { aStart, aWish } from '../../testing/a-practice';
import { NOW } from '../../testing/whole-app';
import { restoreBackup } from './restore-backup';
import { writeBackup } from './write-backup';

jest.setTimeout(180_000);

const VERIFIED = { sentUntil: NOW + MINUTE, verify: true };

describe('a backup', () => {
  let people: ContractsApp;
  let contractId: string;

  beforeAll(async () => {
    people = await ContractsApp.start('backup');
    await installQueue(people.app.owner);
    contractId = (await people.signed()).id;
    const worker = await ContractWorker.start(people.app);
    await worker.seal();
    await worker.stop();
    await book();
  });
  afterAll(() => people.stop());

  const book = async () => {
    const booked = await people.app.post('/api/public/demo/lea/bookings', aWish(aStart()));
    expect(booked.status).toBe(201);
  };
  const backUp = async (): Promise<Buffer> => {
    const file = new PassThrough();
    const [written] = await Promise.all([buffer(file), writeBackup(people.app.owner, file, NOW)]);
    return written;
  };
  const restore = (file: Buffer, owner: string, wish = VERIFIED) =>
    restoreBackup(owner, Readable.from([file]), wish);
  const ask = async <Row>(url: string, sql: string): Promise<Row[]> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  };
  /** The text of a backup changed, its own counts and hashes as they were. */
  const changed = (file: Buffer, change: (text: string) => string) =>
    gzipSync(Buffer.from(change(gunzipSync(file).toString('utf8')), 'utf8'));

  it('of a running product comes back whole in an empty database: every row, every guard, the evidence', async () => {
    const bookings = Array.from({ length: 12 }, book);
    const file = await backUp();
    await Promise.all(bookings);
    const urls = await emptyDatabase('restored');

    const restored = await restore(file, urls.owner);

    expect(restored).toMatchObject({ broken: [], contracts: 1 });
    const [found] = await ask<Record<string, number>>(
      urls.superuser,
      `SELECT (SELECT count(*)::int FROM account) AS accounts, (SELECT count(*)::int FROM contract_seal) AS seals,
         (SELECT count(*)::int FROM appointment a WHERE NOT EXISTS (SELECT 1 FROM letter l WHERE l.appointment_id = a.id)) AS untold,
         (SELECT count(*)::int FROM session) + (SELECT count(*)::int FROM one_time_code) AS ways_in`,
    );
    expect(found).toEqual({ accounts: 6, seals: 1, untold: 0, ways_in: 0 });
    await expect(
      ask(urls.superuser, `UPDATE contract_event SET type = 'viewed' WHERE contract_id = '${contractId}'`),
    ).rejects.toThrow();
    expect(await ask(urls.app, 'SELECT * FROM appointment')).toEqual([]);
  });

  it('sends no letter that may have left before, and each later one once', async () => {
    const file = await backUp();
    const urls = await emptyDatabase('restored_letters');
    const restored = await restore(file, urls.owner);
    const letters = () =>
      ask<{ state: string; failure: string | null; late: boolean; letters: number }>(
        urls.superuser,
        `SELECT state, failure, due_at <= '${new Date(VERIFIED.sentUntil).toISOString()}' AS late, count(*)::int AS letters
         FROM letter GROUP BY 1, 2, 3 ORDER BY 1, 2`,
      );
    expect(await letters()).toEqual([
      { state: 'failed', failure: 'restored', late: true, letters: restored.putAside },
      { state: 'planned', failure: null, late: false, letters: restored.toCome },
    ]);
    expect(restored.putAside).toBeGreaterThan(10);
    const [first] = await ask<{ due: Date }>(
      urls.superuser,
      `SELECT min(due_at) AS due FROM letter WHERE state = 'planned'`,
    );

    const mail = await aMailServer();
    const clock = new Clock();
    clock.now = () => (first?.due.getTime() ?? 0) + 1_000;
    const worker = await aWorker(urls, mail.port, clock);
    const operations = await runWorker(worker);
    await until(
      async () => (await letters()).some(({ state }) => state === 'sent'),
      'the first later letter',
    );
    await operations.close();
    await worker.close();
    await mail.stop();

    const after = await letters();
    const sent = after.find(({ state }) => state === 'sent');
    expect(after.filter(({ late }) => late)).toEqual([
      expect.objectContaining({ letters: restored.putAside }),
    ]);
    expect(sent).toMatchObject({ late: false, letters: mail.deliveries.length });
  });

  it.each<[string, (file: Buffer) => Buffer, RegExp]>([
    ['that was cut off', (file) => changed(file, (text) => text.slice(0, -200)), /breaks off/],
    ['that lost its end', (file) => file.subarray(0, file.length - 100), /unexpected end/],
    [
      'with one name changed',
      (file) => changed(file, (text) => text.replace('Zoé Ardouin', 'Zoé Ardouiz')),
      /is not what was written/,
    ],
    [
      'of a later release',
      (file) => changed(file, (text) => text.replace('"CreatedPractices', '"Tomorrow","CreatedPractices')),
      /later release/,
    ],
    ['that is none', () => gzipSync(Buffer.from('SELECT 1;\n')), /no backup/],
    ['that is not even packed', () => Buffer.from('hello'), /no backup/],
  ])('%s is refused and leaves no row', async (_what, damage, because) => {
    const file = await backUp();
    const urls = await emptyDatabase('restored_damaged');
    await expect(restore(damage(file), urls.owner)).rejects.toThrow(because);
    const [{ tables } = { tables: 0 }] = await ask<{ tables: number }>(
      urls.superuser,
      `SELECT count(*)::int AS tables FROM pg_class WHERE relname = 'account' AND relnamespace = 'public'::regnamespace`,
    );
    if (tables > 0) expect(await ask(urls.superuser, 'SELECT 1 FROM account')).toEqual([]);
  });

  it('does not go into a database that holds something', async () => {
    await expect(restore(await backUp(), people.app.owner)).rejects.toThrow('not empty');
  });

  it('of evidence that does not hold is restored, and said to be broken', async () => {
    // Rewritten with hashes of its own that agree, as somebody would who owns the backup.
    const file = changed(await backUp(), (text) => {
      const rows = /COPY public\.contract_signature [^\n]*\n([\s\S]*?)\\\.\n/.exec(text)?.[1] ?? '';
      const forged = rows.replace('Zoé Ardouin', 'Zoé Ardouiz');
      expect(forged).not.toBe(rows);
      const hash = (content: string) => createHash('sha256').update(content).digest('hex');
      return text.replace(rows, forged).replace(hash(rows), hash(forged));
    });
    const urls = await emptyDatabase('restored_forged');
    expect((await restore(file, urls.owner)).broken).toEqual([
      `contract ${contractId}: version 1: the signature of the coach is not the one that was given`,
    ]);
  });

  it('hands letters to come to the new queue, whatever the old one had', async () => {
    await people.app.rows(`UPDATE letter SET relayed_at = $1 WHERE due_at > $1`, [new Date(NOW + HOUR)]);
    const urls = await emptyDatabase('restored_queue');
    const { toCome } = await restore(await backUp(), urls.owner);
    const [waiting] = await ask<{ letters: number }>(
      urls.superuser,
      `SELECT count(*)::int AS letters FROM letter WHERE state = 'planned' AND relayed_at IS NULL`,
    );
    expect(waiting).toEqual({ letters: toCome });
  });
});
