import { randomUUIDv7 } from 'node:crypto';
import { readConfiguration } from '../../../configuration/configuration';
import type { DataSource } from 'typeorm';
import { freshDatabase } from '../../../testing/fresh-database';
import { createDataSource } from '../../../database/data-source';
import { Transactions } from '../../../database/transactions';
import { createPractice } from '../../../practice/create-practice';
import { aNewPractice } from '../../../testing/a-practice';
import { lockSealKey, unlockSealKey } from './keep-seal-key';
import { SealKeys } from './seal-keys';

jest.setTimeout(120_000);

const NOW = Date.parse('2027-01-11T07:00:00Z');
const YEAR = 365 * 86_400_000;
const SECRET = Buffer.alloc(32, 7);

describe('a kept seal key', () => {
  const place = { practiceId: randomUUIDv7(), id: randomUUIDv7() };
  const key = Buffer.from('a private key');

  it('opens where it was locked', () => {
    const locked = lockSealKey(SECRET, place, key);

    expect(unlockSealKey(SECRET, place, locked)).toEqual(key);
    expect(locked.includes(key)).toBe(false);
    expect(lockSealKey(SECRET, place, key)).not.toEqual(locked);
  });

  it('opens nowhere else, under no other secret, and not after a change', () => {
    const locked = lockSealKey(SECRET, place, key);
    const changed = Buffer.from(locked);
    changed[14] = (changed[14] ?? 0) ^ 1;

    expect(() => unlockSealKey(SECRET, { ...place, practiceId: randomUUIDv7() }, locked)).toThrow();
    expect(() => unlockSealKey(SECRET, { ...place, id: randomUUIDv7() }, locked)).toThrow();
    expect(() => unlockSealKey(Buffer.alloc(32, 8), place, locked)).toThrow();
    expect(() => unlockSealKey(SECRET, place, changed)).toThrow();
  });
});

describe('the seal of a practice', () => {
  let source: DataSource;
  let transactions: Transactions;
  let practices: string[];

  beforeAll(async () => {
    const urls = await freshDatabase('seal_keys');
    for (const slug of ['one', 'two'])
      await createPractice(urls.owner, JSON.stringify(aNewPractice(slug)), new Date(NOW));
    source = createDataSource({ url: urls.app, pool: 8, statementTimeout: 60_000, applicationName: 'test' });
    await source.initialize();
    transactions = new Transactions(source);
    const found: { practice_id: string }[] = await source.query(
      'SELECT practice_id FROM practice_address ORDER BY slug',
    );
    practices = found.map((row) => row.practice_id);
  });

  afterAll(() => source.destroy());

  const keys = (over: Partial<Record<'SEAL_CERTIFICATE' | 'SEAL_KEY', string>> = {}) =>
    new SealKeys({ SECRET_KEY: SECRET, SEAL_CERTIFICATE: null, SEAL_KEY: null, ...over });
  const open = (practice: string, now = NOW) =>
    transactions.inPractice(practice, null, (transaction) => keys().open(transaction, practice, now));
  const [one, two] = [() => practices[0] ?? '', () => practices[1] ?? ''];

  it('is made once when first needed, also by eight at the same time', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => open(one())));

    expect(new Set(opened.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(opened[0]).toMatchObject({ selfSigned: true, subject: expect.stringMatching(/^CN=/) });
    expect((await open(one())).fingerprint).toBe(opened[0]?.fingerprint);
  });

  it('is another in another practice, and seen by nobody else', async () => {
    const [mine, theirs] = [await open(one()), await open(two())];
    const seen: unknown[] = await transactions.inPractice(two(), null, (transaction) =>
      transaction.query('SELECT certificate FROM seal_certificate'),
    );

    expect(theirs.fingerprint).not.toBe(mine.fingerprint);
    expect(seen).toHaveLength(1);
  });

  it('is made anew a year before it ends; the old one stays where it is', async () => {
    const [old, still, renewed] = [
      await open(one()),
      await open(one(), NOW + 8 * YEAR),
      await open(one(), NOW + 9.5 * YEAR),
    ];

    expect(still.fingerprint).toBe(old.fingerprint);
    expect(renewed.fingerprint).not.toBe(old.fingerprint);
    const kept: unknown[] = await transactions.inPractice(one(), null, (transaction) =>
      transaction.query('SELECT id FROM seal_certificate'),
    );
    expect(kept).toHaveLength(2);
  });

  it('cannot be changed or removed by the application', async () => {
    for (const sql of ['UPDATE seal_certificate SET number = 9', 'DELETE FROM seal_certificate']) {
      await expect(
        transactions.inPractice(one(), null, (transaction) => transaction.query(sql)),
      ).rejects.toThrow('permission denied');
    }
  });

  it('is configured with certificate and key together, in PEM, or not at all', () => {
    const good = {
      DATABASE_URL: 'postgres://a:b@127.0.0.1/c',
      PUBLIC_URL: 'https://visavis.example',
      SMTP_URL: 'smtp://127.0.0.1',
      MAIL_FROM: 'Visavis <a@b.example>',
      SECRET_KEY: 'A'.repeat(43),
    };
    const certificate = '-----BEGIN CERTIFICATE-----\\nAA==\\n-----END CERTIFICATE-----';
    const key = '-----BEGIN PRIVATE KEY-----\\nAA==\\n-----END PRIVATE KEY-----';

    expect(() => readConfiguration({ ...good, SEAL_CERTIFICATE: certificate })).toThrow('SEAL_KEY');
    expect(() => readConfiguration({ ...good, SEAL_CERTIFICATE: 'x', SEAL_KEY: key })).toThrow(
      'SEAL_CERTIFICATE',
    );
    expect(readConfiguration({ ...good, SEAL_CERTIFICATE: certificate, SEAL_KEY: key }).SEAL_KEY).toContain(
      '-----\nAA==\n',
    );
    expect(() => readConfiguration({ ...good, TIMESTAMP_AUTHORITY_URL: 'ftp://x' })).toThrow(
      'TIMESTAMP_AUTHORITY_URL',
    );
    expect(() => readConfiguration({ ...good, OUTWARD_INTERNAL_HOSTS: 'a b' })).toThrow(
      'OUTWARD_INTERNAL_HOSTS',
    );
    expect(
      readConfiguration({ ...good, OUTWARD_INTERNAL_HOSTS: 'tsa.lan:318, 10.0.0.1' }).OUTWARD_INTERNAL_HOSTS,
    ).toEqual(['tsa.lan:318', '10.0.0.1']);
  });
});
