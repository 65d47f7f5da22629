import { WholeApp, type Reply } from '../../testing/whole-app';
import { enrolTotp, makeCoach, Person, TOTP_SECRET } from '../testing/person';
import { seal } from './seal';

describe('the second factor', () => {
  let app: WholeApp;

  beforeAll(async () => {
    app = await WholeApp.start('second_factor');
    for (const email of ['lea@demo.example', 'sam@demo.example']) await enrolTotp(app, email);
  });

  afterAll(() => app.stop());

  beforeEach(() => {
    app.now += 120_000; // no code of an earlier test counts any more
  });

  const lea = () => new Person(app, 'lea@demo.example');
  const statuses = (replies: readonly Reply[]) => replies.map(({ status }) => status).sort();

  it('is asked for after the password, and opens a session under a new id', async () => {
    const person = lea();
    const asked = await person.givePassword();
    expect({ status: asked.status, body: asked.body }).toEqual({
      status: 200,
      body: { next: 'second-factor', methods: ['totp'] },
    });
    const waiting = person.session;
    expect((await person.get('/api/session')).body).toMatchObject({ status: 401, reason: 'not-signed-in' });
    for (const path of ['/api/appointments', '/api/credentials', '/api/sign-ins', '/api/practice'])
      expect((await person.get(path)).status).toBe(401);
    expect((await person.post('/api/session/proof/code')).status).toBe(401);

    const opened = await person.giveCode(person.code());
    expect(opened.body).toMatchObject({
      email: 'lea@demo.example',
      roles: ['owner', 'supervisor'],
      secondFactor: { enrolled: ['totp'], needed: false, recoveryCodes: 0 },
      provenUntil: null,
    });
    expect(person.session).not.toBe(waiting);
    expect((await app.get('/api/session', { session: waiting })).status).toBe(401);
    expect((await person.get('/api/session')).status).toBe(200);
  });

  it('wrong password with valid TOTP: neither opens anything without the other', async () => {
    const person = lea();
    expect((await person.givePassword('tilleul')).body).toMatchObject({
      status: 401,
      reason: 'wrong-credentials',
    });
    expect((await person.giveCode(person.code())).body).toMatchObject({
      status: 401,
      reason: 'not-signed-in',
    });
    await person.givePassword();
    expect((await person.giveCode('000000')).body).toMatchObject({ status: 401, reason: 'wrong-code' });
    expect((await person.post('/api/session/second-factor', { method: 'totp' })).body).toMatchObject({
      status: 400,
      errors: [{ field: 'code', code: 'required' }],
    });
    expect((await person.get('/api/session')).status).toBe(401);
    expect((await person.giveCode(person.code())).status).toBe(200);
  });

  it('TOTP reuse and race: a code opens once, however it is tried', async () => {
    const [first, second] = [lea(), lea()];
    await Promise.all([first.givePassword(), second.givePassword()]);
    await warm();
    const code = first.code();
    const race = await Promise.all(
      [first, second].flatMap((one) => [one.giveCode(code), one.giveCode(code)]),
    );
    expect(statuses(race)).toEqual([200, 401, 401, 401]);

    const later = lea();
    await later.givePassword();
    expect((await later.giveCode(code)).body).toMatchObject({ reason: 'wrong-code' });
    // Nor one of the step before, which would count if no later one had been used.
    expect((await later.giveCode(later.code(-1))).body).toMatchObject({ reason: 'wrong-code' });
    expect((await later.giveCode(later.code(1))).status).toBe(200);
  });

  it('recovery codes stand in for it: each once, one winner of a race, hashed, and told by a letter', async () => {
    const person = await lea().signIn();
    expect((await person.post('/api/credentials/recovery-codes')).body).toMatchObject({
      status: 403,
      reason: 'proof-needed',
    });
    expect((await person.prove()).status).toBe(200);
    const { codes } = JSON.parse((await person.post('/api/credentials/recovery-codes')).text) as {
      codes: string[];
    };
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$/);
    const [kept] = await app.rows<{ text: string }>('SELECT json_agg(c)::text AS text FROM credential c');
    for (const code of codes) expect(kept?.text).not.toContain(code.replace('-', ''));

    const [first, second] = [lea(), lea()];
    expect((await first.givePassword()).body).toMatchObject({ methods: ['totp', 'recovery-code'] });
    await second.givePassword();
    await warm();
    const give = (one: Person, code: string) =>
      one.post('/api/session/second-factor', { method: 'recovery-code', code });
    expect(statuses(await Promise.all([give(first, codes[0] ?? ''), give(second, codes[0] ?? '')]))).toEqual([
      200, 401,
    ]);
    const third = lea();
    await third.givePassword();
    expect((await give(third, codes[0] ?? '')).body).toMatchObject({ reason: 'wrong-code' });
    const opened = await give(third, ` ${codes[1]?.toLowerCase().replace('-', ' ')} `);
    expect(opened.body).toMatchObject({ secondFactor: { recoveryCodes: 8 } });
    expect(await app.rows(`SELECT recipient FROM letter WHERE kind = 'recovery-code-used'`)).toHaveLength(2);
  });

  it('two requests for recovery codes leave ten', async () => {
    const person = await lea().signIn();
    await person.prove();
    await warm();
    await Promise.all([1, 2, 3].map(() => person.post('/api/credentials/recovery-codes')));
    expect(await app.rows(`SELECT 1 FROM credential WHERE kind = 'recovery-code'`)).toHaveLength(10);
  });

  it('may be waited for ten minutes after the password', async () => {
    const person = lea();
    await person.givePassword();
    app.now += 10 * 60_000;
    expect((await person.giveCode(person.code())).body).toMatchObject({
      status: 401,
      reason: 'not-signed-in',
    });
  });

  it('is what supervisors and owners enrol first; until then nothing else answers', async () => {
    const person = new Person(app, 'lea@other.example');
    expect((await person.givePassword()).body).toMatchObject({
      secondFactor: { enrolled: [], needed: true, recoveryCodes: 0 },
    });
    for (const path of [
      '/api/appointments?from=2027-01-11T00:00:00Z&to=2027-01-18T00:00:00Z',
      '/api/practice',
      '/api/sign-ins',
      '/api/feed',
    ])
      expect((await person.get(path)).body).toMatchObject({ status: 403, reason: 'second-factor-needed' });
    expect((await person.post('/api/account/email', { email: 'x@other.example' })).status).toBe(403);
    expect((await person.send('PATCH', '/api/account', { name: 'Mallory' })).status).toBe(403);
    expect((await person.post('/api/credentials/totp')).body).toMatchObject({ reason: 'proof-needed' });
    expect((await person.prove()).status).toBe(200);

    const before = person.session;
    const { secret } = JSON.parse((await person.post('/api/credentials/totp')).text) as { secret: string };
    expect((await person.post('/api/credentials/totp/confirm', { code: '000000' })).body).toMatchObject({
      status: 401,
      reason: 'wrong-code',
    });
    expect((await person.get('/api/practice')).status).toBe(403);
    const confirmed = await person.post('/api/credentials/totp/confirm', { code: person.code(0, secret) });
    expect(confirmed.body).toMatchObject({ secondFactor: { enrolled: ['totp'], needed: false } });
    expect(person.session).not.toBe(before);
    expect((await app.get('/api/session', { session: before })).status).toBe(401);
    expect((await person.get('/api/practice')).status).toBe(200);
    const [stored] = await app.rows<{ secret: string }>(
      `SELECT secret FROM credential c JOIN account a ON a.id = c.account_id WHERE a.email = 'lea@other.example' AND kind = 'totp'`,
    );
    expect(stored?.secret).not.toContain(secret);
    // The only one of an owner stays.
    expect((await person.send('DELETE', '/api/credentials/totp')).body).toMatchObject({
      status: 409,
      reason: 'last-second-factor',
    });
  });

  it('that is new replaces the one in use only when a code of it was seen', async () => {
    const person = await new Person(app, 'sam@demo.example').signIn();
    await person.prove();
    const { secret } = JSON.parse((await person.post('/api/credentials/totp')).text) as { secret: string };
    app.now += 60_000;
    const meanwhile = await new Person(app, 'sam@demo.example').signIn();
    expect((await meanwhile.get('/api/session')).status).toBe(200);
    await person.post('/api/credentials/totp/confirm', { code: person.code(0, secret) });
    app.now += 60_000;
    const late = new Person(app, 'sam@demo.example');
    await late.givePassword();
    expect((await late.giveCode(late.code(0, TOTP_SECRET))).status).toBe(401);
    expect((await late.giveCode(late.code(0, secret))).status).toBe(200);
  });

  it('of a coach is their choice, and may be taken away again with its recovery codes', async () => {
    await makeCoach(app, 'sam@other.example');
    const person = new Person(app, 'sam@other.example');
    expect((await person.givePassword()).body).toMatchObject({ roles: ['coach'], supervisor: null });
    expect((await person.get('/api/sign-ins')).status).toBe(200);
    await person.prove();
    const { secret } = JSON.parse((await person.post('/api/credentials/totp')).text) as { secret: string };
    await person.post('/api/credentials/totp/confirm', { code: person.code(0, secret) });
    await person.post('/api/credentials/recovery-codes');
    expect((await new Person(app, 'sam@other.example').givePassword()).body).toMatchObject({
      next: 'second-factor',
    });
    expect((await person.send('DELETE', '/api/credentials/totp')).status).toBe(204);
    expect((await person.get('/api/credentials')).body).toMatchObject({ totp: null, recoveryCodes: null });
    expect((await new Person(app, 'sam@other.example').givePassword()).body).toMatchObject({
      roles: ['coach'],
    });
  });

  it('of a coach here stays who supervises elsewhere', async () => {
    const [coach] = await app.rows<{ id: string }>(
      `SELECT id FROM account WHERE email = 'sam@other.example'`,
    );
    const [elsewhere] = await app.rows<{ practice: string; member: string }>(
      `INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
       SELECT practice_id, gen_random_uuid(), $1, '{supervisor}', 'active', 'Sam', 'sam@other.example', 'en', $2
       FROM practice_address WHERE slug = 'demo' RETURNING practice_id AS practice, id AS member`,
      [coach?.id, new Date(app.now)],
    );
    await app.rows('INSERT INTO membership_index (account_id, practice_id, member_id) VALUES ($1, $2, $3)', [
      coach?.id,
      elsewhere?.practice,
      elsewhere?.member,
    ]);
    await enrolTotp(app, 'sam@other.example');
    const person = await new Person(app, 'sam@other.example').signIn();
    await person.prove();
    expect((await person.send('DELETE', '/api/credentials/totp')).body).toMatchObject({
      reason: 'last-second-factor',
    });
  });

  it('a sealed secret that was moved to another account or changed opens nothing, like a wrong code', async () => {
    const person = new Person(app, 'lea@other.example');
    await person.givePassword();
    const moved = seal(Buffer.alloc(32, 1), { accountId: 'x', credentialId: 'y' }, TOTP_SECRET);
    for (const secret of [moved, 'v1.', 'JBSWY3DPEHPK3PXP']) {
      await app.rows(
        `UPDATE credential c SET secret = $1 FROM account a WHERE a.id = c.account_id AND a.email = 'lea@other.example' AND kind = 'totp'`,
        [secret],
      );
      const refused = await person.giveCode(person.code());
      expect({ secret, body: refused.body }).toMatchObject({
        secret,
        body: { status: 401, reason: 'wrong-code' },
      });
    }
  });

  /** All connections of the pool are open, so that what follows really happens at once. */
  async function warm(): Promise<void> {
    await Promise.all(Array.from({ length: 16 }, () => app.get('/api/public/demo')));
  }
});
