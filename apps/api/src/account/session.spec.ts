import { PASSWORD, SettingsApp, tokenOf } from '../practice/testing/settings-app';

const WRONG = { status: 401, reason: 'wrong-credentials' };
const NOT_SIGNED_IN = { status: 401, reason: 'not-signed-in' };

describe('a session', () => {
  let app: SettingsApp;
  const email = 'lea@sessions.example';

  beforeAll(async () => {
    app = await SettingsApp.start('sessions');
    await app.createPractice('sessions');
  });

  afterAll(() => app.stop());

  const signIn = async (address: string, session?: string) => {
    const body = { email: address, password: PASSWORD };
    return tokenOf(
      await app.send('POST', '/api/session', { body, ...(session !== undefined && { session }) }),
    );
  };

  it('opens with the right password, says who is signed in, and is kept hashed', async () => {
    const answer = await app.send('POST', '/api/session', { body: { email, password: PASSWORD } });

    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      name: 'Léa Roche',
      email,
      former: null,
      language: 'fr',
      roles: ['owner', 'supervisor'],
      practice: { slug: 'sessions', name: 'Cabinet sessions' },
      practices: [{ slug: 'sessions', name: 'Cabinet sessions' }],
      supervisor: { slug: 'lea', name: 'Léa Roche', timeZone: 'Europe/Paris' },
      secondFactor: { enrolled: [], needed: true, recoveryCodes: 0 },
      provenUntil: null,
    });
    const token = tokenOf(answer);
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(answer.text).not.toContain(token);
    const stored = await app.rows<{ hash: string; row: string }>(
      'SELECT token_hash AS hash, s::text AS row FROM session s',
    );
    expect(stored).toHaveLength(1);
    expect(stored[0]?.row).not.toContain(token);
    expect((await app.send('GET', '/api/session', { session: token })).body).toEqual(answer.body);
  });

  it('travels in a cookie that scripts, other sites and plain HTTP do not get', async () => {
    const answer = await app.send('POST', '/api/session', { body: { email, password: PASSWORD } });

    const [, ...attributes] = String(answer.headers['set-cookie']).split('; ');
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('takes the address however it is written', async () => {
    expect(
      (
        await app.send('POST', '/api/session', {
          body: { email: ' LEA@Sessions.example ', password: PASSWORD },
        })
      ).status,
    ).toBe(200);
  });

  it.each([
    ['a wrong password', { email, password: 'tilleul' }],
    ['an unknown address', { email: 'nobody@sessions.example', password: PASSWORD }],
    ['an address with a NUL in it', { email: 'lea@sessions.example\u0000', password: PASSWORD }],
    ['an address that is SQL', { email: "' OR 1=1 --", password: PASSWORD }],
  ])('does not open for %s, always in the same words', async (_, body) => {
    const answer = await app.send('POST', '/api/session', { body });

    expect(answer.body).toEqual({
      ...WRONG,
      type: 'urn:visavis:wrong-credentials',
      title: 'Wrong credentials',
    });
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    ['no password', { email }, 'password', 'required'],
    ['a field that does not exist', { email, password: PASSWORD, role: 'owner' }, 'role', 'unknown-field'],
    ['an address that is a list', { email: [email], password: PASSWORD }, 'email', 'required'],
  ])('names the field for %s', async (_, body, field, code) => {
    const answer = await app.send('POST', '/api/session', { body });

    expect(answer.body).toMatchObject({ status: 400, reason: 'malformed', errors: [{ field, code }] });
  });

  it('takes no password from the address', async () => {
    const answer = await app.send('POST', `/api/session?email=${email}&password=${PASSWORD}`, { body: {} });

    expect(answer.status).toBe(400);
  });

  it('is refused to a write that another site sent', async () => {
    const answer = await app.send('POST', '/api/session', {
      body: { email, password: PASSWORD },
      headers: { origin: 'https://evil.example' },
    });

    expect(answer.body).toMatchObject({ status: 403, reason: 'cross-site' });
  });

  it('costs one hash of today’s cost, whether the address is unknown or the password wrong', async () => {
    const hashes = jest.spyOn(jest.requireActual<typeof import('node:crypto')>('node:crypto'), 'argon2');
    const costs = async (address: string) => {
      hashes.mockClear();
      await app.send('POST', '/api/session', { body: { email: address, password: 'wrong' } });
      return hashes.mock.calls.map(([kind, { memory, passes, parallelism, tagLength }]) => [
        kind,
        { memory, passes, parallelism, tagLength },
      ]);
    };
    const [known, unknown] = [await costs(email), await costs('nobody@sessions.example')];
    hashes.mockRestore();

    expect(known).toHaveLength(1);
    expect(unknown).toEqual(known);
  });

  it('is new at every sign-in, and the one the browser had before is dead', async () => {
    const first = await signIn(email);
    const second = await signIn(email, first);

    expect(second).not.toBe(first);
    expect((await app.send('GET', '/api/session', { session: first })).body).toMatchObject(NOT_SIGNED_IN);
    expect((await app.send('GET', '/api/session', { session: second })).status).toBe(200);
  });

  it('ends on the server when signing out: the copied cookie opens nothing', async () => {
    const session = await signIn(email);
    const other = await signIn(email);
    const answer = await app.send('DELETE', '/api/session', { session });

    expect(answer.status).toBe(204);
    expect(tokenOf(answer)).toBe('');
    expect((await app.send('GET', '/api/session', { session })).body).toMatchObject(NOT_SIGNED_IN);
    expect((await app.send('GET', '/api/session', { session: other })).status).toBe(200);
  });

  it('ends after a day without a request', async () => {
    const session = await signIn(email);
    app.pass(23 * 60);
    expect((await app.send('GET', '/api/session', { session })).status).toBe(200);
    app.pass(23 * 60);
    expect((await app.send('GET', '/api/session', { session })).status).toBe(200);
    app.pass(24 * 60);
    expect((await app.send('GET', '/api/session', { session })).status).toBe(401);
  });

  it('ends after fourteen days however busy it was', async () => {
    const session = await signIn(email);
    for (let hours = 0; hours < 14 * 24 - 12; hours += 12) {
      app.pass(12 * 60);
      expect((await app.send('GET', '/api/session', { session })).status).toBe(200);
    }
    app.pass(12 * 60);
    expect((await app.send('GET', '/api/session', { session })).status).toBe(401);
  });

  it('notes that it was used at most once a minute', async () => {
    const session = await signIn(email);
    const seen = async () =>
      (await app.rows<{ at: Date }>('SELECT max(last_seen_at) AS at FROM session'))[0]?.at.getTime();
    const opened = app.clock.now();
    app.clock.at += 30_000;
    await app.send('GET', '/api/session', { session });
    expect(await seen()).toBe(opened);
    app.clock.at += 30_000;
    await app.send('GET', '/api/session', { session });
    expect(await seen()).toBe(opened + 60_000);
  });

  it('gives the role that the member has now', async () => {
    const session = await signIn('sam@sessions.example');
    expect((await app.send('GET', '/api/session', { session })).body['roles']).toEqual(['supervisor']);
    await app.rows(`UPDATE member SET roles = '{owner,supervisor}'`);
    expect((await app.send('GET', '/api/session', { session })).body['roles']).toContain('owner');
  });

  it('ends when the person leaves the practice', async () => {
    await app.createPractice('leaving');
    const session = await signIn('lea@leaving.example');
    await app.rows(
      `DELETE FROM membership_index m USING account a WHERE a.id = m.account_id AND a.email = 'lea@leaving.example'`,
    );

    expect((await app.send('GET', '/api/session', { session })).body).toMatchObject(NOT_SIGNED_IN);
    const answer = await app.send('POST', '/api/session', {
      body: { email: 'lea@leaving.example', password: PASSWORD },
    });
    expect(answer.body).toMatchObject(WRONG);
  });

  it.each(['', 'x', 'A'.repeat(43), 'A'.repeat(44), '%00', "'; DROP TABLE session; --"])(
    'is not made of %j',
    async (session) => {
      expect((await app.send('GET', '/api/session', { session })).body).toMatchObject(NOT_SIGNED_IN);
    },
  );

  it('renews a password that was hashed at another cost', async () => {
    const cheap = '$argon2id$v=19$m=64,t=1,p=1$MTIzNDU2Nzg5MDEyMzQ1Ng$';
    const { argon2Sync } = await import('node:crypto');
    const tag = argon2Sync('argon2id', {
      message: PASSWORD,
      nonce: '1234567890123456',
      memory: 64,
      passes: 1,
      parallelism: 1,
      tagLength: 32,
    });
    const where = `WHERE account_id = (SELECT id FROM account WHERE email = '${email}')`;
    await app.rows(`UPDATE credential SET secret = $1 ${where}`, [
      cheap + tag.toString('base64').replace(/=+$/, ''),
    ]);

    await signIn(email);

    const [row] = await app.rows<{ secret: string }>(`SELECT secret FROM credential ${where}`);
    expect(row?.secret).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await signIn(email);
  });
});

describe('sign-in attempts', () => {
  it('are limited per address, with the time to wait', async () => {
    const app = await SettingsApp.start('sign_in_limits', { RATE_SIGN_INS_PER_QUARTER_HOUR: '3' });
    await app.createPractice('limits');
    const attempt = () =>
      app.send('POST', '/api/session', { body: { email: 'lea@limits.example', password: 'wrong' } });
    try {
      for (let i = 0; i < 3; i++) expect((await attempt()).status).toBe(401);
      const refused = await attempt();
      expect(refused.body).toMatchObject({ status: 429, reason: 'too-many-requests' });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await app.stop();
    }
  });
});
