import { DAY } from '@visavis/kernel';
import { PASSWORD } from '../testing/a-practice';
import { type Coach, VaultsApp } from './testing/vaults-app';

describe('whoever was deactivated', () => {
  let vaults: VaultsApp;
  let owner: string;

  beforeAll(async () => {
    vaults = await VaultsApp.start('journal_coming_back');
    owner = await vaults.app.signIn('lea@demo.example', { proven: true });
  });
  afterAll(() => vaults.stop());

  const deactivate = async (coach: Pick<Coach, 'device'>) => {
    const { status } = await vaults.app.send('PATCH', `/api/members/${coach.device.userId}`, {
      session: owner,
      body: { status: 'deactivated', anyway: true },
    });
    expect(status).toBe(200);
  };
  /** By password, as anybody signs in; the password is set past the API. */
  const givePassword = async (email: string) => {
    await vaults.app.rows(
      `INSERT INTO credential (id, account_id, kind, secret, created_at)
       SELECT gen_random_uuid(), a.id, 'password', (SELECT secret FROM credential WHERE kind = 'password' LIMIT 1), now()
       FROM account a WHERE a.email = $1`,
      [email],
    );
  };
  const signIn = (email: string) => vaults.app.post('/api/session', { email, password: PASSWORD });
  const cookieOf = (reply: { headers: Readonly<Record<string, unknown>> }) =>
    /__Host-session=([^;]+)/.exec(String(reply.headers['set-cookie']))?.[1] ?? '';

  it('comes back to their vault for twelve months: reads, writes unshared, takes along and deletes', async () => {
    const coach = await vaults.newCoach();
    await givePassword(coach.email);
    const shared = await vaults.shared(coach, vaults.lea);
    const began = vaults.app.now;
    await deactivate(coach);
    expect((await vaults.get(coach, 'vault')).status).toBe(401); // the former session ended

    const signedIn = await signIn(coach.email);

    expect(signedIn.status).toBe(200);
    const until = Date.UTC(new Date(began).getUTCFullYear() + 1, new Date(began).getUTCMonth(), 1, 8);
    expect(signedIn.body).toMatchObject({ roles: [], former: { until }, practice: { slug: 'demo' } });
    const session = cookieOf(signedIn);
    const back = { ...coach, session };
    expect((await vaults.get(back, 'vault')).body).toMatchObject({
      vault: { id: coach.device.vaultId },
      may: { share: false, until },
    });
    // What they had opened stays open while the contract runs, and is theirs to close; nothing new is opened.
    expect((await vaults.get(vaults.lea, `shared-entries/${shared.entryId}`)).status).toBe(200);
    const revocation = { recipientId: vaults.lea.device.userId };
    const closed = await vaults.post(back, `vault/entries/${shared.entryId}/revocation`, revocation);
    expect(closed.status).toBe(204);
    expect((await vaults.get(vaults.lea, `shared-entries/${shared.entryId}`)).status).toBe(404);
    expect((await vaults.get(back, 'vault/people')).body).toEqual({ people: [] });
    expect((await vaults.get(back, `vault/entries/${shared.entryId}`)).status).toBe(200);
    const entry = await vaults.kept(back);
    const sharing = await vaults.save(back, entry, entry.inNewEpoch([vaults.lea.device.identity]));
    expect(sharing.status).toBe(404);
    const fresh = await vaults.kept(back);
    const deleted = await vaults.post(back, `vault/entries/${fresh.entryId}/deletion`, fresh.deletion());
    expect(deleted.status).toBe(200);
    await vaults.app.rows('UPDATE session SET proven_at = $1, proven_by = $2 WHERE expires_at > $1', [
      new Date(vaults.app.now),
      'email-code',
    ]);
    const taken = await vaults.app.get('/api/account/export', { session });
    expect([taken.status, taken.headers['content-type']]).toEqual([200, 'application/zip']);
    for (const path of [
      '/api/contracts',
      '/api/practice',
      '/api/home',
      '/api/shared-entries',
      '/api/reminders',
    ])
      expect([path, (await vaults.app.get(path, { session })).body.reason]).toEqual([path, 'role-too-low']);
  });

  it('is a stranger again when the twelve months are over, or when they left no vault', async () => {
    const coach = await vaults.newCoach();
    await givePassword(coach.email);
    const without = await vaults.people.newCoach();
    await givePassword(without.email);
    await deactivate(coach);
    await vaults.app.rows(`UPDATE member SET status = 'deactivated', deactivated_at = $2 WHERE id = $1`, [
      without.id,
      new Date(vaults.app.now),
    ]);
    expect((await signIn(without.email)).body.reason).toBe('wrong-credentials');
    const session = cookieOf(await signIn(coach.email));
    const began = vaults.app.now;
    vaults.app.now = began + 366 * DAY;
    await vaults.app.rows(`UPDATE session SET last_seen_at = $1, expires_at = '2100-01-01'`, [
      new Date(vaults.app.now),
    ]);

    expect((await vaults.get({ session }, 'vault')).status).toBe(401);
    expect((await signIn(coach.email)).body.reason).toBe('wrong-credentials');

    vaults.app.now = began;
  });

  it('writes no more twelve months after their last contract, while they stay a member; reading and deleting stay', async () => {
    const coach = await vaults.newCoach();
    const entry = await vaults.kept(coach);
    const end = { ground: 'mutual', reason: 'Nous avons fait le tour.' };
    await vaults.people.act(vaults.lea.session, coach.contractId, 'end', end);
    await vaults.people.act(coach.session, coach.contractId, 'end', end);
    const began = vaults.app.now;
    const sessionsLast = () =>
      vaults.app.rows(`UPDATE session SET last_seen_at = $1, expires_at = '2100-01-01'`, [
        new Date(vaults.app.now),
      ]);
    vaults.app.now = began + 364 * DAY;
    await sessionsLast();
    expect((await vaults.save(coach, entry, entry.next())).status).toBe(201);

    vaults.app.now = began + 366 * DAY;
    await sessionsLast();
    const at = { ...entry };
    const late = await vaults.save(coach, entry, entry.next());
    expect([late.status, late.body.reason]).toEqual([403, 'vault-closed']);
    Object.assign(entry, at);
    expect((await vaults.get(coach, `vault/entries/${entry.entryId}`)).status).toBe(200);
    const deleted = await vaults.post(coach, `vault/entries/${entry.entryId}/deletion`, entry.deletion());
    expect(deleted.status).toBe(200);
    vaults.app.now = began;
  });
});
