import { writeFileSync } from 'node:fs';
import { DAY } from '@visavis/kernel';
import { climb } from '@visavis/supervision';
import { Client } from 'pg';
import { register } from 'prom-client';
import { Clock } from '../../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../../configuration/configuration';
import { Transactions } from '../../../database/transactions';
import { OutwardFetch } from '../../../http/outward/outward-fetch';
import { presentDegradations } from '../../../operation/degradations';
import { checkEvidenceDays } from '../../documents/check-evidence-days';
import { sha256Bytes } from '../../documents/sha256';
import { LocalAuthority } from '../../documents/testing/local-authority';
import { openSsl } from '../../documents/testing/open-ssl';
import { TimestampAuthority } from '../../documents/timestamp/timestamp-authority';
import { aWorker, until } from '../../../outbox/testing/post-room';
import { runWorker } from '../../../run-worker';
import { installQueue } from '../../../outbox/install-queue';
import { ContractsApp } from '../../testing/contracts-app';
import { CheckEvidenceDay } from './check-evidence-day';
import { StampEvidenceDays } from './stamp-evidence-days';

jest.setTimeout(120_000);

describe('the daily round over the evidence of contracts', () => {
  let people: ContractsApp;
  let authority: LocalAuthority;
  let checks: CheckEvidenceDay;
  let stamps: StampEvidenceDays;
  let practiceId: string;
  let contractId: string;

  beforeAll(async () => {
    people = await ContractsApp.start('evidence_days');
    await installQueue(people.app.owner);
    authority = await LocalAuthority.start();
    const { nest } = people.app;
    const configuration: Configuration = {
      ...nest.get<Configuration>(CONFIGURATION),
      TIMESTAMP_AUTHORITY_URL: authority.address,
      OUTWARD_INTERNAL_HOSTS: [authority.host],
    };
    const [transactions, clock] = [nest.get(Transactions), nest.get(Clock)];
    checks = new CheckEvidenceDay(transactions, clock);
    stamps = new StampEvidenceDays(
      transactions,
      clock,
      new TimestampAuthority(new OutwardFetch(configuration), configuration),
    );
    contractId = (await people.signed()).id;
    const [row] = await people.app.rows<{ practice_id: string }>(
      'SELECT practice_id FROM contract WHERE id = $1',
      [contractId],
    );
    practiceId = row?.practice_id ?? '';
  });
  afterAll(async () => {
    authority.stop();
    await people.stop();
  });

  const days = () =>
    people.app.rows<{ heads: { contractId: string }[]; contracts: number; broken: number }>(
      'SELECT heads, contracts, broken FROM evidence_day ORDER BY day',
    );
  const verified = () =>
    people.app.nest
      .get(Transactions)
      .inPractice(practiceId, null, (transaction) => checkEvidenceDays(transaction, practiceId));
  /** What nobody can do through the product: the triggers that keep evidence are switched off meanwhile. */
  async function tamper(sql: string, values: unknown[] = []): Promise<void> {
    await people.app.rows(`SET session_replication_role = 'replica'`);
    await people.app.rows(sql, values);
    await people.app.rows(`SET session_replication_role = 'origin'`);
  }
  const tomorrow = () => (people.app.now += DAY);

  it('is made once a day, by whichever worker comes first, and keeps the heads of the chains that moved', async () => {
    expect(await Promise.all([checks.checkDue(), checks.checkDue()])).toContain(1);
    expect(await checks.checkDue()).toBe(0);
    expect(await days()).toEqual([
      { heads: [expect.objectContaining({ contractId })], contracts: 1, broken: 0 },
    ]);
    tomorrow();
    expect(await checks.checkDue()).toBe(1);
    expect((await days())[1]).toEqual({ heads: [], contracts: 1, broken: 0 });
    expect(await verified()).toEqual({ days: 2, stamped: 0, broken: [] });
  });

  it('asks the authority once for all days that say something new, and openssl finds the stamp right', async () => {
    authority.mischief = () => Buffer.from('no answer');
    expect(await stamps.stampDue()).toBe(0);
    authority.mischief = null;
    const before = authority.asked;
    const again = await people.app.signIn('lea@demo.example');
    const draft = { coachMemberId: people.coachId, templateId: 'individual-package-fr' };
    expect((await people.app.post('/api/contracts', draft, { session: again })).status).toBe(201);
    tomorrow();
    await checks.checkDue();

    expect(await stamps.stampDue()).toBe(2);
    expect(await stamps.stampDue()).toBe(0);

    expect(authority.asked).toBe(before + 1);
    expect(await verified()).toEqual({ days: 3, stamped: 2, broken: [] });
    const [kept] = await people.app.rows<{ root: Buffer; path: never[]; stamp: Buffer }>(
      'SELECT d.root, s.path, s.stamp FROM evidence_day d JOIN evidence_stamp s USING (practice_id, day) ORDER BY day LIMIT 1',
    );
    if (kept === undefined) throw new Error('nothing kept');
    writeFileSync(authority.file('day.token'), kept.stamp);
    const root = Buffer.from(climb(kept.root, kept.path, sha256Bytes)).toString('hex');
    const verify = (digest: string) =>
      openSsl(
        ...['ts', '-verify', '-digest', digest, '-in', authority.file('day.token'), '-token_in'],
        ...['-CAfile', authority.file('root.pem')],
      ).ok;
    expect([verify(root), verify(root.replace(/^./, (first) => (first === '0' ? '1' : '0')))]).toEqual([
      true,
      false,
    ]);
  });

  it('days and stamps are added to and never changed, and are seen in their practice only', async () => {
    const client = new Client({ connectionString: people.app.application });
    await client.connect();
    expect((await client.query('SELECT 1 FROM evidence_day')).rows).toEqual([]);
    await client.end();
    for (const table of ['evidence_day', 'evidence_stamp']) {
      for (const sql of [`UPDATE ${table} SET day = day`, `DELETE FROM ${table}`])
        await expect(
          people.app.nest
            .get(Transactions)
            .inPractice(practiceId, null, (transaction) => transaction.query(sql)),
        ).rejects.toThrow('permission denied');
    }
  });

  it('a chain that was cut off, and agrees with itself, stands out against the days', async () => {
    const [head] = await people.app.rows<{ seq: number }>(
      'SELECT max(seq) AS seq FROM contract_event WHERE contract_id = $1',
      [contractId],
    );
    const last = head?.seq ?? 0;
    await people.app.rows('CREATE TABLE cut (LIKE contract_event)');
    await people.app.rows(
      'INSERT INTO cut SELECT * FROM contract_event WHERE contract_id = $1 AND seq = $2',
      [contractId, last],
    );
    await tamper('DELETE FROM contract_event WHERE contract_id = $1 AND seq = $2', [contractId, last]);
    expect((await verified()).broken).toEqual([
      `day 2027-01-11: contract ${contractId} had another event ${last} then`,
    ]);
    await people.app.rows('INSERT INTO contract_event SELECT * FROM cut');
    await people.app.rows('DROP TABLE cut');
    expect((await verified()).broken).toEqual([]);
  });

  it.each([
    ['root', `set_byte(root, 0, 1)`, /its root is not the one of its heads/],
    ['previous_root', `set_byte(previous_root, 0, 1)`, /does not follow from the day before it/],
    ['heads', `'[]'`, /its root is not the one of its heads/],
  ])('a day whose %s was changed is named', async (column, value, sentence) => {
    await people.app.rows('CREATE TABLE days AS SELECT * FROM evidence_day');
    await tamper(`UPDATE evidence_day SET ${column} = ${value} WHERE day = '2027-01-11'`);
    expect((await verified()).broken.join('\n')).toMatch(sentence);
    await tamper('DELETE FROM evidence_day');
    await tamper('INSERT INTO evidence_day SELECT * FROM days');
    await people.app.rows('DROP TABLE days');
    expect((await verified()).broken).toEqual([]);
  });

  it('evidence that does not hold is counted and makes the worker degraded, is not mended, and is told until it holds', async () => {
    const figure = async () =>
      (await register.getSingleMetricAsString('visavis_broken_evidence')).split('\n').at(-1);
    await tamper(`UPDATE contract_signature SET ip = '198.51.100.9' WHERE contract_id = $1`, [contractId]);
    tomorrow();
    await checks.checkDue();
    expect((await days()).at(-1)).toMatchObject({ contracts: 2, broken: 1 });
    expect([presentDegradations(), await figure()]).toEqual([['evidence'], 'visavis_broken_evidence 1']);
    const [{ ip } = { ip: '' }] = await people.app.rows<{ ip: string }>(
      'SELECT ip FROM contract_signature WHERE contract_id = $1 LIMIT 1',
      [contractId],
    );
    expect(ip).toBe('198.51.100.9');

    await tamper(`UPDATE contract_signature SET ip = '192.0.2.1' WHERE contract_id = $1`, [contractId]);
    await checks.checkDue();
    expect(presentDegradations()).toEqual(['evidence']);
    tomorrow();
    await checks.checkDue();
    expect([presentDegradations(), await figure()]).toEqual([[], 'visavis_broken_evidence 0']);
  });

  it('is one of the chores of every worker', async () => {
    tomorrow();
    const before = (await days()).length;
    const { owner, application } = people.app;
    const worker = await aWorker(
      { owner, app: application, superuser: owner },
      9,
      people.app.nest.get(Clock),
    );
    const operations = await runWorker(worker);
    await until(async () => (await days()).length > before, 'the day');
    await operations.close();
    await worker.close();
  });

  it('no table but that of signatures keeps where somebody came from', async () => {
    const found = await people.app.rows(
      `SELECT table_name || '.' || column_name AS column FROM information_schema.columns
       WHERE table_schema = 'public' AND (data_type IN ('inet', 'cidr') OR column_name ~ '(^|_)(ip|user_agent|remote_address)$')
       ORDER BY 1`,
    );
    expect(found).toEqual([{ column: 'contract_signature.ip' }, { column: 'contract_signature.user_agent' }]);
  });
});
