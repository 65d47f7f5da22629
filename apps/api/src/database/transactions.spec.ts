import type { DataSource } from 'typeorm';
import { OperationState } from '../operation/operation-state';
import { aStart, aWish } from '../testing/a-practice';
import { WholeApp } from '../testing/whole-app';
import { createDataSource } from './data-source';
import { Transactions, type Transaction } from './transactions';

const LOCK = 'SELECT pg_advisory_xact_lock($1)';

describe('transactions that get into each other’s way', () => {
  let app: WholeApp;
  let source: DataSource;
  let transactions: Transactions;
  let practiceId: string;

  beforeAll(async () => {
    app = await WholeApp.start('transactions', { DATABASE_POOL: '2' });
    source = createDataSource({
      url: app.application,
      pool: 4,
      statementTimeout: 5_000,
      applicationName: 'test',
    });
    await source.initialize();
    transactions = new Transactions(source);
    const rows = await app.rows<{ practice_id: string }>(
      `SELECT practice_id FROM practice_address WHERE slug = 'demo'`,
    );
    practiceId = rows[0]?.practice_id ?? '';
  });

  afterAll(async () => {
    await source.destroy();
    await app.stop();
  });

  it('are tried again after a deadlock, and both get through', async () => {
    let waiting = 0;
    let tries = 0;
    let bothHold: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (bothHold = resolve));
    const lockBoth = (first: number, second: number) => async (transaction: Transaction) => {
      tries++;
      await transaction.query(LOCK, [first]);
      if (++waiting === 2) bothHold();
      await held;
      await transaction.query(LOCK, [second]);
      return first;
    };
    const done = await Promise.all([
      transactions.inPractice(practiceId, null, lockBoth(1, 2)),
      transactions.inPractice(practiceId, null, lockBoth(2, 1)),
    ]);
    expect(done).toEqual([1, 2]);
    expect(tries).toBeGreaterThan(2);
  });

  it('are given up after three tries, and at once when the database says no for another reason', async () => {
    for (const [code, expected] of [
      ['40001', 3],
      ['40P01', 3],
      ['23514', 1],
    ] as const) {
      let tries = 0;
      const failing = transactions.inPractice(practiceId, null, (transaction) => {
        tries++;
        return transaction.query(`DO $$ BEGIN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END $$`);
      });
      await expect(failing).rejects.toMatchObject({ driverError: { code } });
      expect([code, tries]).toEqual([code, expected]);
    }
  });

  it('that find no connection or no lock in two seconds are answered 503 with a time to come back, and write nothing', async () => {
    app.nest.get(OperationState).enter();
    const before = await app.counts();
    await app.rows('BEGIN');
    await app.rows('SELECT 1 FROM calendar FOR UPDATE');
    const asked = Array.from({ length: 5 }, (_, index) =>
      app.post('/api/public/demo/lea/bookings', aWish(aStart()), { address: `198.51.100.${index}` }),
    );
    const ready = app.get('/health/ready');
    const replies = await Promise.all(asked);
    await app.rows('ROLLBACK');

    expect((await ready).status).toBe(200); // a small pool of its own
    for (const { status, headers, body } of replies)
      expect({ status, reason: body.reason, retryAfter: Number(headers['retry-after']) > 0 }).toEqual({
        status: 503,
        reason: 'unavailable',
        retryAfter: true,
      });
    expect(await app.counts()).toEqual(before);
    expect((await app.post('/api/public/demo/lea/bookings', aWish(aStart()))).status).toBe(201);
  });
});
