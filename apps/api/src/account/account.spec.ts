import { ORIGIN, PASSWORD } from '../testing/a-practice';
import { WholeApp, type Reply } from '../testing/whole-app';
import { resetSecret } from './codes/derive-code';
import { enrolTotp, KEY, makeCoach, Person } from './testing/person';

const NEW_PASSWORD = 'marée-haute-sur-le-quai';

describe('an account', () => {
  let app: WholeApp;

  beforeAll(async () => {
    app = await WholeApp.start('account');
    await enrolTotp(app, 'lea@demo.example');
    await makeCoach(app, 'sam@demo.example');
    await makeCoach(app, 'sam@other.example');
  });

  afterAll(() => app.stop());

  beforeEach(() => {
    app.now += 120_000;
  });

  const coach = async () => {
    const person = new Person(app, 'sam@demo.example');
    await person.givePassword();
    return person;
  };
  const warm = () => Promise.all(Array.from({ length: 16 }, () => app.get('/api/public/demo')));
  const statuses = (replies: readonly Reply[]) => replies.map(({ status }) => status).sort();
  const letters = async (kind: string) =>
    (await app.rows<{ id: string }>('SELECT id FROM letter WHERE kind = $1', [kind])).length;

  describe('is proven again by a code', () => {
    it('of a letter: once, for ten minutes, under a new session id, and never in an answer', async () => {
      const person = await coach();
      expect((await person.post('/api/credentials/recovery-codes')).body).toMatchObject({
        status: 403,
        reason: 'proof-needed',
      });
      const before = await letters('proof-code');
      const asked = await person.post('/api/session/proof/code');
      const code = await person.codeFor('proof');
      expect({ status: asked.status, text: asked.text }).toEqual({ status: 202, text: '{}' });
      expect(await letters('proof-code')).toBe(before + 1);
      const stored = await app.rows('SELECT row_to_json(c)::text AS text FROM one_time_code c');
      expect(JSON.stringify(stored)).not.toContain(code);

      const old = person.session;
      const proven = await person.post('/api/session/proof', {
        code: ` ${code.slice(0, 3)} ${code.slice(3)}`,
      });
      expect(proven.body).toMatchObject({ provenUntil: app.now + 600_000 });
      expect(person.session).not.toBe(old);
      expect((await app.get('/api/session', { session: old })).status).toBe(401);
      expect((await person.post('/api/session/proof', { code })).body).toMatchObject({
        status: 401,
        reason: 'wrong-code',
      });
      app.now += 600_000;
      expect((await person.post('/api/credentials/totp')).body).toMatchObject({ reason: 'proof-needed' });
    });

    it('that has one winner of a race, five attempts, and ten minutes', async () => {
      const person = await coach();
      await person.post('/api/session/proof/code');
      const code = await person.codeFor('proof');
      await warm();
      const race = await Promise.all(
        [1, 2, 3].map(() => app.post('/api/session/proof', { code }, { session: person.session })),
      );
      expect(statuses(race)).toEqual([200, 401, 401]);

      const guessing = await coach();
      await guessing.post('/api/session/proof/code');
      const right = await guessing.codeFor('proof');
      const wrong = right === '000000' ? '000001' : '000000';
      for (let i = 0; i < 5; i++)
        expect((await guessing.post('/api/session/proof', { code: wrong })).status).toBe(401);
      expect((await guessing.post('/api/session/proof', { code: right })).body).toMatchObject({
        reason: 'wrong-code',
      });

      const late = await coach();
      await late.post('/api/session/proof/code');
      const over = await late.codeFor('proof');
      app.now += 600_000;
      expect((await late.post('/api/session/proof', { code: over })).body).toMatchObject({
        reason: 'wrong-code',
      });
    });

    it('of this session, not of another, and the last one sent', async () => {
      const [first, second] = [await coach(), await coach()];
      await first.post('/api/session/proof/code');
      const code = await first.codeFor('proof');
      expect((await second.post('/api/session/proof', { code })).status).toBe(401);
      await first.post('/api/session/proof/code');
      expect((await first.post('/api/session/proof', { code })).status).toBe(401);
      expect((await first.post('/api/session/proof', { code: await first.codeFor('proof') })).status).toBe(
        200,
      );
    });
  });

  describe('whose password is forgotten', () => {
    const reset = async (email: string) => {
      const reply = await app.post('/api/password-resets', { email });
      const [row] = await app.rows<{ id: string }>(
        `SELECT c.id FROM one_time_code c JOIN account a ON a.id = c.account_id
         WHERE a.email = $1 AND purpose = 'password-reset' ORDER BY c.created_at DESC LIMIT 1`,
        [email],
      );
      return { reply, path: `/api/password-resets/${row?.id}/${resetSecret(KEY, row?.id ?? '')}` };
    };

    it('user enumeration: reset and register: known and unknown addresses get the same answer in the same time, and one of them a letter', async () => {
      const before = await letters('password-reset');
      const timed = async (email: string) => {
        const from = performance.now();
        const { status, text, headers } = await app.post('/api/password-resets', { email });
        return { took: performance.now() - from, answer: { status, text, cookie: headers['set-cookie'] } };
      };
      await timed('lea@demo.example');
      const known = await timed('lea@demo.example');
      const unknown = await timed('nobody@demo.example');
      const odd = await timed("x' OR 1=1 --\u0000@demo.example");
      expect(unknown.answer).toEqual(known.answer);
      expect(odd.answer).toEqual(known.answer);
      expect(known.answer).toEqual({ status: 202, text: '{}', cookie: undefined });
      expect(Math.abs(known.took - unknown.took)).toBeLessThan(100);
      expect(unknown.took).toBeGreaterThan(145);
      expect(await letters('password-reset')).toBe(before + 2);
    });

    it('gets a link that works once, ends every session, and leaves the second factor', async () => {
      const signedIn = await new Person(app, 'lea@demo.example').signIn();
      const { path } = await reset('lea@demo.example');
      expect((await app.get(path)).status).toBe(404);
      expect((await signedIn.get('/api/session')).status).toBe(200);
      expect((await app.post(path, { password: 'court' })).body).toMatchObject({
        status: 400,
        errors: [{ field: 'password', code: 'too-short' }],
      });
      expect((await app.post(path, { password: 'unbelievable' })).body).toMatchObject({
        status: 422,
        reason: 'password-too-common',
      });
      await warm();
      const race = await Promise.all([1, 2].map(() => app.post(path, { password: NEW_PASSWORD })));
      expect(statuses(race)).toEqual([204, 410]);
      expect((await app.post(path, { password: NEW_PASSWORD })).body).toMatchObject({
        status: 410,
        reason: 'link-over',
      });
      expect((await signedIn.get('/api/session')).status).toBe(401);
      app.now += 60_000;
      const person = new Person(app, 'lea@demo.example');
      expect((await person.givePassword(PASSWORD)).status).toBe(401);
      expect((await person.givePassword(NEW_PASSWORD)).body).toMatchObject({ next: 'second-factor' });
      expect((await person.giveCode(person.code())).status).toBe(200);
      await app.rows(`UPDATE credential c SET secret = d.secret FROM credential d, account a, account b
        WHERE a.id = c.account_id AND a.email = 'lea@demo.example' AND b.id = d.account_id AND b.email = 'sam@demo.example'
          AND c.kind = 'password' AND d.kind = 'password'`);
    });

    it('gets nothing by a link that is late, changed, or of somebody else', async () => {
      const { path } = await reset('sam@other.example');
      const { path: foreign } = await reset('lea@demo.example');
      const [, , , id, secret] = path.split('/');
      const [, , , foreignId] = foreign.split('/');
      for (const wrong of [
        `/api/password-resets/${foreignId}/${secret}`,
        `/api/password-resets/${id}/${'A'.repeat(32)}`,
        `/api/password-resets/${crypto.randomUUID()}/${secret}`,
      ])
        expect((await app.post(wrong, { password: NEW_PASSWORD })).body).toMatchObject({
          status: 410,
          reason: 'link-over',
        });
      app.now += 600_000;
      expect((await app.post(path, { password: NEW_PASSWORD })).body).toMatchObject({ reason: 'link-over' });
      expect((await new Person(app, 'sam@other.example').givePassword()).status).toBe(200);
    });
  });

  it('changes its password with the present one, a fresh proof, and ends all other sessions', async () => {
    const [person, other] = [await coach(), await coach()];
    const change = (current: string, password: string) =>
      person.send('PUT', '/api/credentials/password', { current, password });
    expect((await change(PASSWORD, NEW_PASSWORD)).body).toMatchObject({ reason: 'proof-needed' });
    await person.prove();
    expect((await change('wrong', NEW_PASSWORD)).body).toMatchObject({
      status: 401,
      reason: 'wrong-credentials',
    });
    expect((await change(PASSWORD, 'unbelievable')).body).toMatchObject({ reason: 'password-too-common' });
    const before = person.session;
    expect((await change(PASSWORD, NEW_PASSWORD)).status).toBe(200);
    expect((await app.get('/api/session', { session: before })).status).toBe(401);
    expect((await other.get('/api/session')).status).toBe(401);
    expect((await person.get('/api/credentials')).body).toMatchObject({ password: { changedAt: app.now } });
    expect((await new Person(app, 'sam@demo.example').givePassword(NEW_PASSWORD)).status).toBe(200);
    expect((await change(NEW_PASSWORD, PASSWORD)).status).toBe(200);
    expect(await letters('password-changed')).toBeGreaterThan(1);
  });

  it('lists its sign-ins with words for the device, and ends one, or all others', async () => {
    const phone = await app.post(
      '/api/session',
      { email: 'sam@demo.example', password: PASSWORD },
      { headers: { 'user-agent': 'Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0' } },
    );
    expect(phone.status).toBe(200);
    const person = await coach();
    const list = async () =>
      (
        JSON.parse((await person.get('/api/sign-ins')).text) as {
          signIns: { id: string; current: boolean; browser: string; system: string }[];
        }
      ).signIns;
    const found = await list();
    expect(found.filter(({ current }) => current)).toHaveLength(1);
    const onPhone = found.find(({ system }) => system === 'android');
    expect(onPhone).toMatchObject({ current: false, browser: 'firefox' });
    const stranger = new Person(app, 'sam@other.example');
    await stranger.givePassword();
    expect((await stranger.send('DELETE', `/api/sign-ins/${onPhone?.id}`)).status).toBe(404);
    expect((await person.send('DELETE', `/api/sign-ins/${onPhone?.id}`)).status).toBe(204);
    expect((await list()).map(({ id }) => id)).not.toContain(onPhone?.id);
    const other = await coach();
    expect((await person.post('/api/sign-ins/end-others')).status).toBe(204);
    expect((await other.get('/api/session')).status).toBe(401);
    expect(await list()).toHaveLength(1);
    expect((await stranger.get('/api/session')).status).toBe(200);
  });

  it('changes its address by a code to each of the two, in every practice, and tells the former', async () => {
    const person = await coach();
    expect((await person.post('/api/account/email', { email: 'sam@new.example' })).body).toMatchObject({
      reason: 'proof-needed',
    });
    await person.prove();
    expect((await person.post('/api/account/email', { email: 'no address' })).body).toMatchObject({
      status: 400,
      errors: [{ field: 'email', code: 'invalid-email' }],
    });
    expect((await person.post('/api/account/email', { email: 'Sam@New.example' })).status).toBe(202);
    const [currentCode, newCode] = [await person.codeFor('email-current'), await person.codeFor('email-new')];
    const confirm = (body: object) => person.post('/api/account/email/confirm', body);
    expect((await confirm({ currentCode, newCode: currentCode })).body).toMatchObject({
      status: 401,
      reason: 'wrong-code',
    });
    expect((await confirm({ currentCode: newCode, newCode })).body).toMatchObject({ reason: 'wrong-code' });
    expect((await confirm({ currentCode, newCode })).body).toMatchObject({ email: 'sam@new.example' });
    expect((await confirm({ currentCode, newCode })).body).toMatchObject({ reason: 'wrong-code' });
    expect(
      await app.rows(`SELECT m.email AS member, s.email AS supervisor FROM member m
      LEFT JOIN supervisor s ON s.practice_id = m.practice_id AND s.member_id = m.id WHERE m.email = 'sam@new.example'`),
    ).toEqual([{ member: 'sam@new.example', supervisor: 'sam@new.example' }]);
    expect((await new Person(app, 'sam@demo.example').givePassword()).status).toBe(401);
    expect((await new Person(app, 'sam@new.example').givePassword()).status).toBe(200);
    await app.rows(`UPDATE account SET email = 'sam@demo.example' WHERE email = 'sam@new.example'`);
    await app.rows(`UPDATE member SET email = 'sam@demo.example' WHERE email = 'sam@new.example'`);
  });

  it('does not learn from a change of address whether another account exists', async () => {
    const person = await coach();
    await person.prove();
    const [free, taken] = [
      await person.post('/api/account/email', { email: 'free@new.example' }),
      await person.post('/api/account/email', { email: 'lea@other.example' }),
    ];
    expect({ status: taken.status, text: taken.text }).toEqual({ status: free.status, text: free.text });
    const codes = {
      currentCode: await person.codeFor('email-current'),
      newCode: await person.codeFor('email-new'),
    };
    expect((await person.post('/api/account/email/confirm', codes)).body).toMatchObject({
      status: 401,
      reason: 'wrong-code',
    });
    expect(await letters('email-taken')).toBe(1);
    expect((await person.get('/api/session')).body).toMatchObject({ email: 'sam@demo.example' });
  });

  it('client-supplied identity update: what a body says of a person beyond name and language is refused', async () => {
    const person = await coach();
    for (const body of [
      { email: 'lea@demo.example' },
      { roles: ['owner'] },
      { accountId: crypto.randomUUID() },
      { name: 'Sam', practiceId: crypto.randomUUID() },
      { __proto__: null, status: 'active' },
    ])
      expect((await person.send('PATCH', '/api/account', body)).status).toBe(400);
    expect([404, 405]).toContain(
      (await person.send('PATCH', '/api/session', { email: 'lea@demo.example' })).status,
    );
    expect(
      (await person.send('PATCH', '/api/account', { name: 'Sam Colline', language: 'fr' })).body,
    ).toMatchObject({
      name: 'Sam Colline',
      email: 'sam@demo.example',
      language: 'fr',
      roles: ['coach'],
    });
    expect((await person.send('PATCH', '/api/account', { name: 'a\nb' })).status).toBe(400);
  });

  it('session fixation: the id a browser had before signing in opens nothing afterwards', async () => {
    const attacker = await coach();
    const planted = attacker.session;
    const victim = new Person(app, 'sam@other.example');
    victim.session = planted;
    await victim.givePassword();
    expect(victim.session).not.toBe(planted);
    expect((await app.get('/api/session', { session: planted })).status).toBe(401);
    const made = 'B'.repeat(43);
    victim.session = made;
    await victim.givePassword();
    expect((await app.get('/api/session', { session: made })).status).toBe(401);
  });

  it('logout replay: a copied cookie opens nothing after signing out', async () => {
    const person = await coach();
    const copied = person.session;
    await person.send('DELETE', '/api/session');
    expect((await app.get('/api/session', { session: copied })).status).toBe(401);
  });

  it('reset token: host header: the letter’s link leads to the configured address', async () => {
    const headers = {
      host: 'evil.example',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    };
    expect((await app.post('/api/password-resets', { email: 'lea@demo.example' }, { headers })).status).toBe(
      202,
    );
    // Nothing of the request is stored that a link could be made of; the worker knows PUBLIC_URL alone.
    const [row] = await app.rows<{ text: string }>(
      `SELECT (SELECT json_agg(l)::text FROM letter l) || (SELECT json_agg(c)::text FROM one_time_code c) AS text`,
    );
    expect(row?.text).not.toContain('evil');
  });

  it('CSRF: cross-site POST: is refused whatever it carries', async () => {
    const person = await coach();
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
      { origin: ORIGIN, 'content-type': 'text/plain' },
    ]) {
      const { status } = await app.post('/api/sign-ins/end-others', {}, { session: person.session, headers });
      expect([403, 415]).toContain(status);
    }
    expect((await person.get('/api/session')).status).toBe(200);
  });

  it('state change by GET: no route that writes answers to GET or HEAD, nor to a method that is said elsewhere', async () => {
    const person = await coach();
    const before = await app.rows(
      'SELECT (SELECT count(*) FROM session) AS sessions, (SELECT count(*) FROM letter) AS letters',
    );
    for (const path of [
      '/api/sign-ins/end-others',
      '/api/session/proof/code',
      '/api/session/practice',
      '/api/credentials/totp',
      '/api/credentials/recovery-codes',
      '/api/account/email',
      '/api/password-resets',
      '/api/account?_method=PATCH',
    ])
      for (const method of ['GET', 'HEAD'] as const) {
        const headers = { 'x-http-method-override': 'POST' };
        expect([404, 405]).toContain(
          (await app.send(method, path, { session: person.session, headers })).status,
        );
      }
    expect(
      await app.rows(
        'SELECT (SELECT count(*) FROM session) AS sessions, (SELECT count(*) FROM letter) AS letters',
      ),
    ).toEqual(before);
  });

  it('cookie attributes: scripts, other sites and plain HTTP do not get it', async () => {
    const { headers } = await new Person(app, 'sam@demo.example').givePassword();
    const [cookie = '', ...attributes] = String(headers['set-cookie']).split('; ');
    expect(cookie).toMatch(/^__Host-session=[A-Za-z0-9_-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('role change while logged in: counts from the next request', async () => {
    const change = (what: string) =>
      app.rows(`UPDATE member SET roles = $1 WHERE email = 'sam@other.example'`, [what]);
    await change('{supervisor}');
    const session = await app.signIn('sam@other.example');
    expect((await app.get('/api/feed', { session })).status).toBe(200);
    await change('{coach}');
    expect((await app.get('/api/feed', { session })).body).toMatchObject({
      status: 403,
      reason: 'role-too-low',
    });
    await app.rows(`UPDATE member SET status = 'deactivated' WHERE email = 'sam@other.example'`);
    expect((await app.get('/api/session', { session })).status).toBe(401);
    await app.rows(`UPDATE member SET status = 'active' WHERE email = 'sam@other.example'`);
  });

  it('of a person in two practices switches between them under a new id, and finds no third', async () => {
    const [sam] = await app.rows<{ id: string }>(`SELECT id FROM account WHERE email = 'sam@demo.example'`);
    const [joined] = await app.rows<{ practice: string; member: string }>(
      `INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
       SELECT practice_id, gen_random_uuid(), $1, '{coach}', 'active', 'Sam', 'sam@demo.example', 'fr', $2
       FROM practice_address WHERE slug = 'other' RETURNING practice_id AS practice, id AS member`,
      [sam?.id, new Date(app.now)],
    );
    await app.rows('INSERT INTO membership_index (account_id, practice_id, member_id) VALUES ($1, $2, $3)', [
      sam?.id,
      joined?.practice,
      joined?.member,
    ]);
    const person = await coach();
    expect((await person.get('/api/session')).body).toMatchObject({
      practice: { slug: 'demo' },
      practices: [
        { slug: 'demo', name: 'Cabinet demo' },
        { slug: 'other', name: 'Cabinet other' },
      ],
    });
    const before = person.session;
    expect((await person.post('/api/session/practice', { practice: 'other' })).body).toMatchObject({
      practice: { slug: 'other' },
    });
    expect((await app.get('/api/session', { session: before })).status).toBe(401);
    expect((await new Person(app, 'sam@other.example').givePassword()).status).toBe(200);
    const stranger = new Person(app, 'sam@other.example');
    await stranger.givePassword();
    for (const practice of ['demo', 'nowhere', "'; --"])
      expect((await stranger.post('/api/session/practice', { practice })).body).toMatchObject({
        status: 404,
        reason: 'not-found',
      });
  });
});
