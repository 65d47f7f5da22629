import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { DAY, HOUR, MINUTE } from '@visavis/kernel';
import { DataSource } from 'typeorm';
import { createDataSource } from '../../database/data-source';
import { Transactions, type Transaction } from '../../database/transactions';
import { aPostalDatabase, TestClock } from '../../outbox/testing/post-room';
import { Practice } from '../../outbox/testing/practice';
import { closeEndedCalls, finishPastAppointments } from './close-ended-calls';
import { eraseOutlivedCalls } from './erase-outlived-calls';
import {
  forgetClosedLimits,
  forgetExpiredSessions,
  forgetOldCodes,
  forgetOldKeys,
} from './forget-old-things';
import type { HousekeepingTools } from './housekeeping-tools';

describe('housekeeping', () => {
  let clock: TestClock;
  let one: Practice;
  let other: Practice;
  let dataSource: DataSource;
  let tools: HousekeepingTools;

  beforeAll(async () => {
    const urls = await aPostalDatabase('housekeeping');
    clock = new TestClock();
    one = await Practice.create(urls, 'one', clock);
    other = await Practice.create(urls, 'other', clock);
    dataSource = await createDataSource({
      url: urls.app,
      pool: 3,
      statementTimeout: 5_000,
      applicationName: 'test',
    }).initialize();
    tools = { dataSource, transactions: new Transactions(dataSource), clock };
  });
  afterAll(async () => {
    await dataSource.destroy();
    await one.close();
    await other.close();
  });

  const row = async (practice: Practice, table: 'appointment' | 'discovery_call', id: string) => {
    const rows: Record<string, unknown>[] = await practice.do((transaction) =>
      transaction.query(`SELECT * FROM ${table} WHERE practice_id = $1 AND id = $2`, [practice.id, id]),
    );
    return rows[0] ?? {};
  };

  it('gives the one open place back as soon as a call has ended, in every practice', async () => {
    const ended = await one.book({ start: clock.now() - 10 * MINUTE });
    const endedElsewhere = await other.book({ start: clock.now() - 10 * MINUTE });
    const underWay = await one.book({ start: clock.now() - 30_000 });
    expect(await closeEndedCalls(tools)).toBe(2);
    expect(await closeEndedCalls(tools)).toBe(0);
    expect((await row(one, 'discovery_call', ended))['open']).toBe(false);
    expect((await row(other, 'discovery_call', endedElsewhere))['open']).toBe(false);
    expect((await row(one, 'discovery_call', underWay))['open']).toBe(true);
  });

  it('turns booked into done a day after the end, outcome unknown, and not before', async () => {
    const past = await one.book({ start: clock.now() - DAY - 2 * MINUTE });
    const recent = await one.book({ start: clock.now() - DAY + HOUR });
    expect(await finishPastAppointments(tools)).toBe(1);
    expect(await row(one, 'appointment', past)).toMatchObject({ status: 'done', outcome: null, sequence: 0 });
    expect((await row(one, 'appointment', recent))['status']).toBe('booked');
  });

  it('erases what a visitor told when the practice’s retention has passed, with one audit row and no letter', async () => {
    const long = clock.now() - 366 * DAY;
    const old = await one.book({ start: long - HOUR, retentionFrom: long - 2 * HOUR });
    const young = await one.book({ start: clock.now() - 300 * DAY, retentionFrom: clock.now() - 301 * DAY });
    await one.plan(old, 'did-not-answer', long);
    expect(await eraseOutlivedCalls(tools)).toBe(1);
    expect(await eraseOutlivedCalls(tools)).toBe(0);
    expect(await row(one, 'discovery_call', old)).toMatchObject({
      first_name: null,
      last_name: null,
      email: null,
      phone: null,
      words: null,
      open: false,
      erased_at: expect.any(Date),
    });
    expect((await row(one, 'discovery_call', young))['email']).toMatch(/@/);
    expect(
      (await one.letters(old)).every(
        (letter) => letter.state === 'superseded' && letter.failure === 'erased',
      ),
    ).toBe(true);
    const audit: object[] = await one.do((transaction) =>
      transaction.query(
        'SELECT actor, act, object_id FROM audit_event WHERE practice_id = $1 AND object_id = $2',
        [one.id, old],
      ),
    );
    expect(audit).toEqual([{ actor: 'worker', act: 'erased', object_id: old }]);
  });

  it('forgets idempotency keys after a day', async () => {
    const remember = (practice: Practice, age: number) =>
      practice.do((transaction) =>
        transaction.query(
          `INSERT INTO idempotency_key (practice_id, id, key_hash, body_hash, appointment_id, created_at) VALUES ($1, $2, $3, $3, $2, $4)`,
          [practice.id, randomUUIDv7(), randomBytes(32), new Date(clock.now() - age)],
        ),
      );
    for (const practice of [one, other])
      for (const age of [25 * HOUR, 23 * HOUR]) await remember(practice, age);
    await forgetOldKeys(tools);
    for (const practice of [one, other]) {
      const left: { created_at: Date }[] = await practice.do((transaction) =>
        transaction.query('SELECT created_at FROM idempotency_key WHERE practice_id = $1', [practice.id]),
      );
      expect(left.map((key) => Math.round((clock.now() - key.created_at.getTime()) / HOUR))).toEqual([23]);
    }
  });

  it('forgets expired sessions and closed counters of limits', async () => {
    await dataSource.query(
      `INSERT INTO rate_limit (key, points, expire) VALUES ('gone', 1, $1), ('kept', 1, $2)`,
      [clock.now() - 1, clock.now() + HOUR],
    );
    await forgetClosedLimits(tools);
    expect(await dataSource.query('SELECT key FROM rate_limit')).toEqual([{ key: 'kept' }]);

    const account = await one.accountId();
    await tools.transactions.asPerson(account, async (transaction) => {
      for (const expires of [clock.now() - 1, clock.now() + HOUR]) {
        await transaction.query(
          `INSERT INTO session (id, account_id, practice_id, token_hash, browser, system, created_at, last_seen_at, expires_at)
           VALUES ($1, $2, $3, $4, 'other', 'other', $5, $5, $6)`,
          [randomUUIDv7(), account, one.id, randomBytes(32), new Date(clock.now()), new Date(expires)],
        );
      }
    });
    await forgetExpiredSessions(tools);
    const left: { expires_at: Date }[] = await tools.transactions.asPerson(account, (transaction) =>
      transaction.query('SELECT expires_at FROM session'),
    );
    expect(left.map((session) => session.expires_at.getTime() > clock.now())).toEqual([true]);
  });

  it('forgets one-time codes a day after their time', async () => {
    const account = await one.accountId();
    const created = clock.now() - 10 * MINUTE;
    const insert = (transaction: Transaction, at: number) =>
      transaction.query(
        `INSERT INTO one_time_code (id, account_id, purpose, attempts, created_at, expires_at)
         VALUES ($1, $2, 'proof', 0, $3, $4)`,
        [randomUUIDv7(), account, new Date(at), new Date(at + 10 * MINUTE)],
      );
    await tools.transactions.asPerson(account, async (transaction) => {
      await insert(transaction, created);
      await insert(transaction, created - 24 * HOUR - 1);
    });
    await forgetOldCodes(tools);
    const left: { created_at: Date }[] = await tools.transactions.asPerson(account, (transaction) =>
      transaction.query('SELECT created_at FROM one_time_code'),
    );
    expect(left.map((code) => code.created_at.getTime())).toEqual([created]);
  });

  it('sees other practices only as ids', async () => {
    for (const table of ['letter', 'appointment', 'discovery_call']) {
      expect(await dataSource.query(`SELECT * FROM ${table}`)).toEqual([]);
    }
  });
});
