import { DAY } from '@visavis/kernel';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock';
import { Transactions } from '../database/transactions';
import { eraseDuePractices } from '../practice/data/erase-due-practices';
import { openZip } from '../practice/testing/open-zip';
import { Device, noise } from './testing/a-vault';
import { SEALED_TABLES, type Coach, VaultsApp } from './testing/vaults-app';
import { eraseLeftVaults } from './vault/erase-left-vaults';
import { eraseSetAsideVaults } from './vault/erase-set-aside-vaults';

describe('what leaves, and what goes', () => {
  let vaults: VaultsApp;

  beforeAll(async () => {
    vaults = await VaultsApp.start('journal_leaving');
  });
  afterAll(() => vaults.stop());

  const filesOf = async (session: string, path: string) => {
    const { rawPayload, statusCode } = await vaults.app.nest.inject({
      method: 'GET',
      url: path,
      headers: { cookie: `__Host-session=${session}` },
    });
    expect(statusCode).toBe(200);
    return openZip(rawPayload);
  };
  const rowsOf = async (coach: Coach) => {
    const found: Record<string, number> = {};
    for (const table of SEALED_TABLES) {
      const column = table === 'vault' ? 'id' : 'vault_id';
      const rows = await vaults.app.rows(`SELECT 1 FROM ${table} WHERE ${column} = $1`, [
        coach.device.vaultId,
      ]);
      found[table] = rows.length;
    }
    return found;
  };
  const nothing = Object.fromEntries(SEALED_TABLES.map((table) => [table, 0]));
  /** A coach with an entry, a shared one with comments of both, a deleted one. */
  const writer = async () => {
    const coach = await vaults.newCoach();
    await vaults.kept(coach);
    const shared = await vaults.shared(coach, vaults.lea);
    const url = `vault/entries/${shared.entryId}/comments`;
    await vaults.post(coach, url, coach.device.comment(shared));
    await vaults.post(vaults.lea, url, vaults.lea.device.comment(shared));
    const gone = await vaults.kept(coach);
    await vaults.post(coach, `vault/entries/${gone.entryId}/deletion`, gone.deletion());
    return { coach, shared };
  };

  it('a person takes their own sealed rows along, as they are kept, and nobody else does', async () => {
    const { coach } = await writer();
    const entry = coach.device.entry();
    const ciphertext = noise(2064);
    await vaults.save(coach, entry, entry.next({ ciphertext }));
    const session = await vaults.app.signIn(coach.email, { proven: true });

    const files = await filesOf(session, '/api/account/export');

    const revisions = JSON.parse(String(files.get('demo/vault-revision.json'))) as Record<string, unknown>[];
    expect(revisions).toContainEqual(
      expect.objectContaining({
        entry_id: entry.entryId,
        rev: 1,
        ciphertext: Buffer.from(ciphertext).toString('base64'),
      }),
    );
    expect(JSON.parse(String(files.get('demo/vault-slot.json')))).toHaveLength(2);
    const comments = JSON.parse(String(files.get('demo/vault-comment.json'))) as unknown[];
    expect(comments).toHaveLength(2);
    const marker = Buffer.from(ciphertext).toString('base64').slice(0, 60);
    const lea = await vaults.app.signIn('lea@demo.example', { proven: true });
    for (const path of ['/api/account/export', '/api/practice/export']) {
      const theirs = await filesOf(lea, path);
      expect(Buffer.concat([...theirs.values()]).toString()).not.toContain(marker);
      if (path.includes('practice'))
        expect([...theirs.keys()].filter((name) => name.includes('vault'))).toEqual([]);
    }
  });

  it('signing in anew, another address, another role: no sealed row changes', async () => {
    const { coach } = await writer();
    const everything = async () =>
      Promise.all(
        SEALED_TABLES.map((table) => vaults.app.rows(`SELECT t::text FROM ${table} t ORDER BY t::text`)),
      );
    const before = await everything();
    const member = coach.device.userId;
    const owner = await vaults.app.signIn('lea@demo.example', { proven: true });
    const promoted = await vaults.app.send('PATCH', `/api/members/${member}`, {
      session: owner,
      body: { roles: ['coach', 'supervisor'] },
    });
    expect(promoted.status).toBe(200);
    await vaults.app.rows(`UPDATE account SET email = 'new-' || email WHERE email = $1`, [coach.email]);
    await vaults.app.rows(`UPDATE member SET email = 'new-' || email WHERE id = $1`, [member]);
    await vaults.app.post('/api/password-resets', { email: `new-${coach.email}` });
    expect(await everything()).toEqual(before);
  });

  it('whoever is erased takes vault, grants and comments along, their words beside others’ texts included', async () => {
    const { coach } = await writer();
    const kept = await vaults.shared(vaults.zoe, vaults.lea);
    const session = await vaults.app.signIn(coach.email, { proven: true });
    const erased = await vaults.app.post(
      '/api/account/erasure',
      { email: coach.email, anyway: true },
      { session },
    );
    expect(erased.status).toBe(204);
    expect(await rowsOf(coach)).toEqual(nothing);
    expect((await vaults.get(vaults.lea, `shared-entries/${kept.entryId}`)).status).toBe(200);
  });

  it('a reader who is erased closes what was open to them and takes their comments', async () => {
    const coach = await vaults.newCoach();
    // Léa shares with her coach, the other way round.
    const entry = await vaults.shared(vaults.lea, coach);
    const url = `vault/entries/${entry.entryId}/comments`;
    expect((await vaults.post(coach, url, coach.device.comment(entry))).status).toBe(201);
    const session = await vaults.app.signIn(coach.email, { proven: true });
    await vaults.app.post('/api/account/erasure', { email: coach.email, anyway: true }, { session });

    expect((await vaults.get(vaults.lea, url)).body).toMatchObject({ comments: [] });
    expect((await vaults.get(vaults.lea, `vault/entries/${entry.entryId}`)).body).toMatchObject({
      entry: { epochClosed: true, grants: [] },
    });
  });

  it('a vault set aside goes after ninety days, as the dry run said, and comments elsewhere keep their keys', async () => {
    const tools = () => ({
      dataSource: vaults.app.nest.get(DataSource),
      transactions: vaults.app.nest.get(Transactions),
      clock: vaults.app.nest.get(Clock),
    });
    const dryRun = async () => {
      const session = await vaults.app.signIn('lea@demo.example');
      const { body } = await vaults.app.get('/api/practice/retention', { session });
      return (body as unknown as { kinds: { kind: string }[] }).kinds.find(
        ({ kind }) => kind === 'vaults-set-aside',
      );
    };
    const { coach } = await writer();
    const session = await vaults.app.signIn(coach.email, { proven: true });
    const began = vaults.app.now;
    await vaults.post({ session }, 'vault/start-again');
    expect(await dryRun()).toMatchObject({ due: 0, nextDueAt: began + 90 * DAY });
    expect(await eraseSetAsideVaults(tools())).toBe(0);

    vaults.app.now = began + 90 * DAY;
    expect(await dryRun()).toMatchObject({ due: 1, oldestDueAt: began + 90 * DAY });
    expect(await eraseSetAsideVaults(tools())).toBe(1);
    expect(await eraseSetAsideVaults(tools())).toBe(0);
    expect(await dryRun()).toMatchObject({ due: 0, nextDueAt: null });
    expect(await rowsOf(coach)).toEqual(nothing);
    expect(
      await vaults.app.rows(`SELECT actor FROM audit_event WHERE act = 'vault-erased' AND object_id = $1`, [
        coach.device.vaultId,
      ]),
    ).toEqual([{ actor: 'worker' }]);
    vaults.app.now = began;
  });

  it('a vault that was left goes twelve months after, as the dry run said; who is taken back in time keeps theirs', async () => {
    const tools = () => ({
      dataSource: vaults.app.nest.get(DataSource),
      transactions: vaults.app.nest.get(Transactions),
      clock: vaults.app.nest.get(Clock),
    });
    const owner = () => vaults.app.signIn('lea@demo.example', { proven: true });
    const dryRun = async () => {
      const { body } = await vaults.app.get('/api/practice/retention', { session: await owner() });
      return (body as unknown as { kinds: { kind: string }[] }).kinds.find(
        ({ kind }) => kind === 'vaults-left',
      );
    };
    const [left, back] = [await writer(), await writer()];
    const began = vaults.app.now;
    const remindOn = new Date(began + 700 * DAY).toISOString().slice(0, 10);
    const reminder = '0193a1b2-0000-4000-8000-00000000aa01';
    await vaults.app.send('PUT', `/api/reminders/${reminder}`, {
      session: left.coach.session,
      body: { remindOn },
    });
    for (const { coach } of [left, back]) {
      const { status } = await vaults.app.send('PATCH', `/api/members/${coach.device.userId}`, {
        session: await owner(),
        body: { status: 'deactivated', anyway: true },
      });
      expect(status).toBe(200);
    }
    const [row] = await vaults.app.rows<{ due: Date }>(
      `SELECT deactivated_at + interval '12 months' AS due FROM member WHERE id = $1`,
      [left.coach.device.userId],
    );
    const dueAt = new Date(row!.due).getTime();
    expect(await dryRun()).toMatchObject({ due: 0, nextDueAt: dueAt });
    vaults.app.now = dueAt - 1;
    expect(await eraseLeftVaults(tools())).toBe(0);

    vaults.app.now = dueAt;
    expect(await dryRun()).toMatchObject({ due: 2, oldestDueAt: dueAt });
    await vaults.app.rows(`UPDATE member SET status = 'active', deactivated_at = NULL WHERE id = $1`, [
      back.coach.device.userId,
    ]);
    const kept = await rowsOf(back.coach);
    expect(await eraseLeftVaults(tools())).toBe(1);
    expect(await eraseLeftVaults(tools())).toBe(0);
    expect(await dryRun()).toMatchObject({ due: 0, nextDueAt: null });
    expect(await rowsOf(left.coach)).toEqual(nothing);
    expect(await rowsOf(back.coach)).toEqual(kept);
    expect(await vaults.app.rows(`SELECT state FROM letter WHERE id = $1`, [reminder])).toEqual([
      { state: 'superseded' },
    ]);
    expect(
      await vaults.app.rows(`SELECT actor FROM audit_event WHERE act = 'vault-erased' AND object_id = $1`, [
        left.coach.device.vaultId,
      ]),
    ).toEqual([{ actor: 'worker' }]);
    vaults.app.now = began;
  });

  it('a practice goes thirty days after the owner of every vault was told by letter, with all that is sealed', async () => {
    const { coach } = await writer();
    const left = await writer();
    await vaults.app.rows(`UPDATE member SET status = 'deactivated', deactivated_at = $2 WHERE id = $1`, [
      left.coach.device.userId,
      new Date(vaults.app.now),
    ]);
    const session = await vaults.app.signIn('lea@demo.example', { proven: true });
    const asked = await vaults.app.post('/api/practice/erasure', { name: 'Cabinet demo' }, { session });
    expect(asked.status).toBe(202);
    const latecomer = await vaults.people.newCoach();
    const device = new Device(latecomer.id);
    expect((await vaults.post(latecomer, 'vault', device.opening())).status).toBe(201);
    const told = await vaults.app.rows<{ member_id: string }>(
      `SELECT member_id FROM letter WHERE kind = 'practice-erasing' AND state = 'planned'`,
    );
    const owners = [coach, left.coach, { device }, vaults.lea, vaults.zoe].map(
      (keeper) => keeper.device.userId,
    );
    expect(told.map(({ member_id }) => member_id)).toEqual(expect.arrayContaining(owners));

    const began = vaults.app.now;
    const tools = {
      dataSource: vaults.app.nest.get(DataSource),
      transactions: vaults.app.nest.get(Transactions),
      clock: vaults.app.nest.get(Clock),
    };
    const sent = (at: number, which: string) =>
      vaults.app.rows(
        `UPDATE letter SET state = 'sent', sent_at = $1 WHERE kind = 'practice-erasing' AND ${which}`,
        [new Date(at)],
      );
    await sent(began, `member_id <> '${left.coach.device.userId}'`);
    vaults.app.now = began + 31 * DAY;
    expect(await eraseDuePractices(tools)).toBe(0);
    await sent(began + 10 * DAY, `member_id = '${left.coach.device.userId}'`);
    vaults.app.now = began + 40 * DAY - 1;
    expect(await eraseDuePractices(tools)).toBe(0);
    vaults.app.now = began + 40 * DAY;
    expect(await eraseDuePractices(tools)).toBe(1);
    const [practice] = await vaults.app.rows('SELECT count(*)::int AS rows FROM vault');
    expect(practice).toEqual({ rows: 0 });
    expect(await rowsOf(coach)).toEqual(nothing);
    vaults.app.now = began;
  });
});
