import { DAY } from '@visavis/kernel';
import type { RetentionReply } from '@visavis/practice';
import { DataSource } from 'typeorm';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import { SessionsApp } from '../../supervision/sessions/testing/sessions-app';
import { ContractWorker } from '../../supervision/testing/contract-worker';
import { ContractsApp } from '../../supervision/testing/contracts-app';
import { checkCatalogue } from '../../testing/check-catalogue';
import { eraseDuePractices } from './erase-due-practices';
import { eraseOutlivedContracts } from './erase-outlived-contracts';

const ENDED = Date.parse('2027-03-01T09:00:00Z');
const FIVE_YEARS_ON = Date.parse('2032-03-01T09:00:00Z');
const SIX_YEARS_ON = Date.parse('2033-03-01T09:00:00Z');

describe('contracts whose time is over', () => {
  let people: ContractsApp;
  let worker: ContractWorker;
  let sessions: SessionsApp;
  let started: number;
  let practiceId: string;
  let ended: string;
  let running: string;
  let tables: string[];

  beforeAll(async () => {
    people = await ContractsApp.start('outlived');
    worker = await ContractWorker.start(people.app);
    sessions = SessionsApp.of(people);
    started = people.app.now;
    ended = await active('2027-02-08T09:00:00.000Z');
    running = await active('2027-02-15T09:00:00.000Z');
    people.app.now = ENDED;
    const proven = await people.app.signIn('lea@demo.example', { proven: true });
    const end = await people.act(proven, ended, 'end', { ground: 'ethical-breach', reason: 'Manquement' });
    if (end.contract.state !== 'ended') throw new Error(`ending was answered ${end.status}: ${end.text}`);
    const [row] = await people.app.rows<{ practice_id: string }>(
      'SELECT practice_id FROM contract WHERE id = $1',
      [ended],
    );
    practiceId = row?.practice_id ?? '';
    const known = await people.app.rows<{ name: string }>(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'contract_id'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY 1`,
    );
    // What was opened under a contract is closed with it, years before; its owner takes it away at any time.
    tables = known.map(({ name }) => name).filter((name) => name !== 'vault_grant');
  });
  afterAll(async () => {
    await worker.stop();
    await people.stop();
  });

  /** Discussed, signed, sealed and in force, with a session. */
  async function active(session: string, records: object = {}): Promise<string> {
    people.app.now = started;
    const coach = await people.newCoach();
    const kept = {
      notesMonths: 36,
      evidenceMonths: 60,
      accountingMonths: 120,
      recording: 'never',
      ...records,
    };
    const { id } = await people.proposed(coach.id, { records: kept });
    await people.act(coach.session, id, 'comments', { clause: null, text: 'Et le lieu ?' });
    await people.sign(people.lea, id);
    await people.sign(coach.session, id);
    await worker.seal();
    await worker.deliver(id);
    people.app.now = Date.parse('2027-02-01T06:00:00Z');
    await worker.pass();
    await people.app.rows(`UPDATE session SET last_seen_at = '2100-01-01', expires_at = '2101-01-01'`);
    await sessions.booked(people.lea, id, session);
    return id;
  }

  const tools = () => ({
    dataSource: people.app.nest.get(DataSource),
    transactions: people.app.nest.get(Transactions),
    clock: people.app.nest.get(Clock),
  });
  /** How many rows each table has of a contract, whichever tables there are. */
  const left = async (id: string) => {
    const counts: Record<string, number> = {};
    for (const table of tables)
      counts[table] = (await people.app.rows(`SELECT 1 FROM ${table} WHERE contract_id = $1`, [id])).length;
    counts['contract'] = (await people.app.rows('SELECT 1 FROM contract WHERE id = $1', [id])).length;
    return counts;
  };
  const emptyOf = (counts: Record<string, number>) =>
    Object.keys(counts).filter((table) => counts[table] === 0);
  const dryRun = async (): Promise<Record<string, number>> => {
    const { body } = await people.app.get('/api/practice/retention', { session: people.lea });
    const { kinds } = body as unknown as RetentionReply;
    return Object.fromEntries(kinds.map(({ kind, due }) => [kind, due]));
  };
  const audited = () =>
    people.app.rows(`SELECT actor, object_id FROM audit_event WHERE act = 'contract-erased' ORDER BY id`);

  it('stay to the last moment, whoever asks', async () => {
    for (const id of [ended, running]) expect(emptyOf(await left(id))).toEqual([]);
    const before = await left(ended);
    people.app.now = FIVE_YEARS_ON - 1;
    expect(await dryRun()).toMatchObject({ 'contract-evidence': 0, 'contracts-not-concluded': 0 });
    expect(await eraseOutlivedContracts(tools())).toBe(0);
    const erase = 'SELECT erase_contract($1, $2, gen_random_uuid(), $3) AS gone';
    expect(await tools().dataSource.query(erase, [practiceId, ended, new Date(people.app.now)])).toEqual([
      { gone: false },
    ]);
    expect(await left(ended)).toEqual(before);
    expect(await audited()).toEqual([]);
  });

  it('are not for the role of the application to delete, nor their evidence for anybody by hand', async () => {
    const { dataSource, transactions } = tools();
    await expect(dataSource.query('SELECT remove_contract($1, $2)', [practiceId, ended])).rejects.toThrow(
      /permission denied/,
    );
    for (const table of [...tables, 'contract'])
      await expect(
        transactions.inPractice(practiceId, null, (transaction) =>
          transaction.query(`DELETE FROM ${table} WHERE practice_id = $1`, [practiceId]),
        ),
      ).rejects.toThrow(/permission denied/);
    await expect(people.app.rows('DELETE FROM ledger_entry WHERE contract_id = $1', [ended])).rejects.toThrow(
      /is evidence/,
    );
    expect(await checkCatalogue((sql, values) => people.app.rows(sql, values))).toEqual([]);
  });

  it('go with everything about them and nothing of another, as the dry run said; the calendar keeps its times', async () => {
    await people.app.rows('UPDATE contract SET renews_id = $1 WHERE id = $2', [ended, running]);
    const other = await left(running);
    const [held] = await people.app.rows<{ id: string }>(
      'SELECT appointment_id AS id FROM supervision_session WHERE contract_id = $1',
      [ended],
    );
    const letters = () => people.app.rows('SELECT 1 FROM letter WHERE appointment_id = $1', [held?.id]);
    expect((await letters()).length).toBeGreaterThan(0);
    people.app.now = FIVE_YEARS_ON;
    const told = await dryRun();
    expect(told).toMatchObject({ 'contract-evidence': 1, 'contracts-not-concluded': 0 });
    expect(await eraseOutlivedContracts(tools())).toBe(told['contract-evidence']);
    expect(await dryRun()).toMatchObject({ 'contract-evidence': 0 });
    expect(await eraseOutlivedContracts(tools())).toBe(0);

    const gone = await left(ended);
    expect(emptyOf(gone)).toEqual(Object.keys(gone));
    expect(await left(running)).toEqual(other);
    expect(await people.app.rows('SELECT renews_id FROM contract WHERE id = $1', [running])).toEqual([
      { renews_id: null },
    ]);
    expect(await people.app.rows('SELECT title FROM appointment WHERE id = $1', [held?.id])).toEqual([
      { title: null },
    ]);
    expect(await letters()).toEqual([]);
    expect(await audited()).toEqual([{ actor: 'worker', object_id: ended }]);
    expect((await people.show(people.lea, ended)).status).toBe(404);
    const week = '/api/appointments?from=2027-02-08T00:00:00Z&to=2027-02-15T00:00:00Z';
    expect((await people.app.get(week, { session: people.lea })).status).toBe(200);
  });

  it('that both never signed go as early as what visitors told, forgotten drafts as well', async () => {
    people.app.now = FIVE_YEARS_ON;
    const proven = await people.app.signIn('lea@demo.example', { proven: true });
    const { id: draft } = await people.drafted();
    const { id: withdrawn, proposed } = await people.proposed();
    await people.act(proven, withdrawn, 'withdraw', { number: proposed?.number });
    const { id: waiting } = await people.proposed();
    people.app.now = SIX_YEARS_ON - 1;
    expect(await eraseOutlivedContracts(tools())).toBe(0);
    people.app.now = SIX_YEARS_ON;
    expect(await dryRun()).toMatchObject({ 'contract-evidence': 0, 'contracts-not-concluded': 2 });
    expect(await eraseOutlivedContracts(tools())).toBe(2);
    const kept = await people.app.rows('SELECT id FROM contract WHERE id = ANY ($1)', [
      [draft, withdrawn, waiting],
    ]);
    expect(kept).toEqual([{ id: waiting }]);
  });

  it('stay longer than the practice keeps others when they promise so themselves', async () => {
    const longer = await active('2027-02-22T09:00:00.000Z', { evidenceMonths: 96 });
    people.app.now = ENDED;
    const proven = await people.app.signIn('lea@demo.example', { proven: true });
    await people.act(proven, longer, 'end', { ground: 'ethical-breach', reason: 'Manquement' });
    people.app.now = Date.parse('2035-03-01T09:00:00Z') - 1;
    await eraseOutlivedContracts(tools());
    expect(await people.app.rows('SELECT 1 FROM contract WHERE id = $1', [longer])).toHaveLength(1);
    people.app.now += 1;
    expect(await dryRun()).toMatchObject({ 'contract-evidence': 1 });
    expect(await eraseOutlivedContracts(tools())).toBe(1);
  });

  it('go with their practice, sealed or not, before their own time', async () => {
    await people.app.rows(
      `UPDATE practice SET erasure_asked_at = $2, erasure_due_at = $3, erasure_asked_by = $1 WHERE practice_id = $1`,
      [practiceId, new Date(people.app.now - 30 * DAY), new Date(people.app.now)],
    );
    expect(await eraseDuePractices(tools())).toBe(1);
    const gone = await left(running);
    expect(emptyOf(gone)).toEqual(Object.keys(gone));
    expect(await people.app.rows('SELECT act FROM audit_event WHERE practice_id = $1', [practiceId])).toEqual(
      [{ act: 'practice-erased' }],
    );
  });
});
