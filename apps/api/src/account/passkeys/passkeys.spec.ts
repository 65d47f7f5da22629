import { ORIGIN, PASSWORD } from '../../testing/a-practice';
import { WholeApp } from '../../testing/whole-app';
import { cookieIn, enrolTotp, makeCoach, Person } from '../testing/person';
import { SoftwareAuthenticator } from '../testing/software-authenticator';

const REFUSED = { status: 401, reason: 'passkey-refused' };

describe('passkeys', () => {
  let app: WholeApp;
  let owner: Person;
  let key: SoftwareAuthenticator;

  beforeAll(async () => {
    app = await WholeApp.start('passkeys');
    for (const email of ['lea@demo.example', 'sam@demo.example']) await enrolTotp(app, email);
    owner = await new Person(app, 'lea@demo.example').signIn();
    await owner.prove();
    key = await owner.addPasskey();
  });

  afterAll(() => app.stop());

  beforeEach(() => {
    app.now += 120_000;
  });

  /** A browser that has begun a ceremony and is about to answer it. */
  const begun = async (email = 'lea@demo.example', address?: string) => {
    const person = new Person(app, email, address);
    return { person, challenge: await person.challenge() };
  };

  it('sign in alone, as both factors and as a proof, and count up', async () => {
    const { person, challenge } = await begun();
    const reply = await person.post('/api/session/passkey', { passkey: key.answer(challenge) });
    expect(reply.body).toMatchObject({
      email: 'lea@demo.example',
      secondFactor: { enrolled: ['totp', 'passkey'], needed: false },
      provenUntil: app.now + 600_000,
    });
    expect((await person.get('/api/practice')).status).toBe(200);
    const [kept] = await app.rows<{ counter: string; proven_by: string }>(
      `SELECT c.counter, s.proven_by FROM credential c, session s WHERE c.kind = 'passkey' AND s.proven_by = 'passkey'`,
    );
    expect(kept).toEqual({ counter: '1', proven_by: 'passkey' });
  });

  it('stand in for the code after a password, and prove who is asking', async () => {
    const person = new Person(app, 'lea@demo.example');
    expect((await person.givePassword()).body).toMatchObject({ methods: ['totp', 'passkey'] });
    const waiting = person.session;
    const challenge = await person.challenge();
    expect((await person.post('/api/session/passkey', { passkey: key.answer(challenge) })).status).toBe(200);
    expect((await app.get('/api/session', { session: waiting })).status).toBe(401);

    app.now += 11 * 60_000;
    expect((await person.post('/api/credentials/recovery-codes')).body).toMatchObject({
      reason: 'proof-needed',
    });
    const again = await person.challenge();
    const proof = await person.post('/api/session/proof', { passkey: key.answer(again) });
    expect(proof.body).toMatchObject({ provenUntil: app.now + 600_000 });
    expect((await person.post('/api/credentials/recovery-codes')).status).toBe(200);
  });

  it("do not prove that somebody else is asking: the key of one is no proof in another's session", async () => {
    const sam = await new Person(app, 'sam@demo.example').signIn();
    const challenge = await sam.challenge();
    expect((await sam.post('/api/session/proof', { passkey: key.answer(challenge) })).body).toMatchObject(
      REFUSED,
    );
    expect((await sam.get('/api/session')).body).toMatchObject({ provenUntil: null });
  });

  it('passkey: user verification downgrade: a key that did not look at the person opens nothing, nor does one that counts backwards', async () => {
    const first = await begun();
    const unseen = key.answer(first.challenge, { verified: false });
    expect((await first.person.post('/api/session/passkey', { passkey: unseen })).body).toMatchObject(
      REFUSED,
    );

    const [{ counter } = { counter: '0' }] = await app.rows<{ counter: string }>(
      `SELECT counter FROM credential WHERE kind = 'passkey'`,
    );
    for (const copied of [Number(counter), Number(counter) - 1]) {
      const { person, challenge } = await begun();
      const backwards = key.answer(challenge, { counter: copied });
      expect((await person.post('/api/session/passkey', { passkey: backwards })).body).toMatchObject(REFUSED);
    }
    const { person, challenge } = await begun();
    const forwards = key.answer(challenge, { counter: Number(counter) + 5 });
    expect((await person.post('/api/session/passkey', { passkey: forwards })).status).toBe(200);
  });

  it('answer one challenge once, in the browser that was given it, within ten minutes', async () => {
    const { person, challenge } = await begun();
    const answer = key.answer(challenge);
    const stranger = new Person(app, 'x@evil.example');
    await stranger.challenge();
    expect((await stranger.post('/api/session/passkey', { passkey: answer })).body).toMatchObject(REFUSED);
    const none = new Person(app, 'x@evil.example');
    expect((await none.post('/api/session/passkey', { passkey: answer })).body).toMatchObject(REFUSED);

    const race = await Promise.all(
      [1, 2, 3].map(() => {
        const same = new Person(app, person.email);
        same.ceremony = person.ceremony;
        return same.post('/api/session/passkey', { passkey: answer });
      }),
    );
    expect(race.map(({ status }) => status).sort()).toEqual([200, 401, 401]);

    const late = await begun();
    app.now += 600_000;
    const tooLate = key.answer(late.challenge);
    expect((await late.person.post('/api/session/passkey', { passkey: tooLate })).body).toMatchObject(
      REFUSED,
    );
  });

  it.each([
    ['another origin', { origin: 'https://visavis.example.evil.example' }],
    ['another site', { rpId: 'evil.example' }],
    ['another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ])('are refused for %s', async (_, deviation) => {
    const { person, challenge } = await begun();
    const answer = key.answer(challenge, deviation);
    expect((await person.post('/api/session/passkey', { passkey: answer })).body).toMatchObject(REFUSED);
  });

  it('are refused with a signature of another key, and with one nobody registered', async () => {
    const copy = new SoftwareAuthenticator(ORIGIN, key.credentialId);
    const unknown = new SoftwareAuthenticator(ORIGIN);
    for (const other of [copy, unknown]) {
      const { person, challenge } = await begun();
      expect(
        (await person.post('/api/session/passkey', { passkey: other.answer(challenge) })).body,
      ).toMatchObject(REFUSED);
    }
  });

  it('passkey added without login: without a session, and for another account, nothing is added', async () => {
    const [victim] = await app.rows<{ id: string }>(
      `SELECT id FROM account WHERE email = 'lea@demo.example'`,
    );
    const userId = Buffer.from(victim?.id.replaceAll('-', '') ?? '', 'hex').toString('base64url');
    const stranger = new Person(app, 'x@evil.example');
    const own = new SoftwareAuthenticator(ORIGIN);
    const passkey = own.register({ challenge: Buffer.alloc(32).toString('base64url'), user: { id: userId } });
    expect((await stranger.post('/api/credentials/passkeys/options')).status).toBe(401);
    expect((await stranger.post('/api/credentials/passkeys', { name: 'Mine', passkey })).status).toBe(401);

    // Nor into one's own account under the handle of the other: it then signs in as its owner, not as the other.
    const sam = await new Person(app, 'sam@demo.example').signIn();
    await sam.prove();
    const { options } = JSON.parse((await sam.post('/api/credentials/passkeys/options')).text) as {
      options: { challenge: string };
    };
    const foreign = own.register({ ...options, user: { id: userId } });
    expect((await sam.post('/api/credentials/passkeys', { name: 'Mine', passkey: foreign })).status).toBe(
      201,
    );
    const { person, challenge } = await begun();
    expect(
      (await person.post('/api/session/passkey', { passkey: own.answer(challenge) })).body,
    ).toMatchObject(REFUSED);
    const [mine] = await app.rows<{ count: number }>(
      `SELECT count(*)::int AS count FROM credential WHERE kind = 'passkey' AND account_id = $1`,
      [victim?.id],
    );
    expect(mine?.count).toBe(1);
  });

  it('passkey: credential id of another user: is refused, and the first owner goes on', async () => {
    const sam = await new Person(app, 'sam@demo.example').signIn();
    await sam.prove();
    const { options } = JSON.parse((await sam.post('/api/credentials/passkeys/options')).text) as {
      options: { challenge: string; user: { id: string } };
    };
    const same = new SoftwareAuthenticator(ORIGIN, key.credentialId);
    const reply = await sam.post('/api/credentials/passkeys', {
      name: 'Mine',
      passkey: same.register(options),
    });
    expect(reply.body).toMatchObject({ status: 409, reason: 'passkey-known' });
    const { person, challenge } = await begun();
    const opened = await person.post('/api/session/passkey', { passkey: key.answer(challenge) });
    expect(opened.body).toMatchObject({ email: 'lea@demo.example' });
  });

  it('are registered with a fresh proof, an own challenge of the session, and a person who was seen', async () => {
    const sam = await new Person(app, 'sam@demo.example').signIn();
    expect((await sam.post('/api/credentials/passkeys/options')).body).toMatchObject({
      reason: 'proof-needed',
    });
    await sam.prove();
    const options = async (person: Person) =>
      (
        JSON.parse((await person.post('/api/credentials/passkeys/options')).text) as {
          options: {
            challenge: string;
            user: { id: string; name: string };
            rp: object;
            authenticatorSelection: object;
            attestation: string;
          };
        }
      ).options;
    const first = await options(sam);
    expect(first).toMatchObject({
      rp: { id: 'visavis.example', name: 'Visavis' },
      user: { name: 'sam@demo.example' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const add = (person: Person, passkey: object) =>
      person.post('/api/credentials/passkeys', { name: 'Clé', passkey });
    const own = new SoftwareAuthenticator(ORIGIN);
    expect((await add(sam, own.register(first, { verified: false }))).body).toMatchObject(REFUSED);
    expect((await add(sam, own.register(first, { origin: 'https://evil.example' }))).body).toMatchObject(
      REFUSED,
    );
    app.now += 60_000;
    const elsewhere = await new Person(app, 'sam@demo.example').signIn();
    await elsewhere.prove();
    expect((await add(elsewhere, own.register(first))).body).toMatchObject(REFUSED);
    const second = await options(sam);
    expect((await add(sam, own.register(first))).body).toMatchObject(REFUSED);
    const registered = own.register(second);
    expect((await add(sam, registered)).status).toBe(201);
    expect((await add(sam, registered)).body).toMatchObject(REFUSED);
  });

  it('can be taken away, one by one, but not somebody else’s and not the last of who needs one', async () => {
    const [foreign] = await app.rows<{ id: string }>(
      `SELECT c.id FROM credential c JOIN account a ON a.id = c.account_id WHERE a.email = 'lea@demo.example' AND kind = 'passkey'`,
    );
    const sam = await new Person(app, 'sam@demo.example').signIn();
    await sam.prove();
    expect((await sam.send('DELETE', `/api/credentials/passkeys/${foreign?.id}`)).status).toBe(404);
    const list = async () =>
      (JSON.parse((await sam.get('/api/credentials')).text) as { passkeys: { id: string; name: string }[] })
        .passkeys;
    for (const { id } of await list())
      expect((await sam.send('DELETE', `/api/credentials/passkeys/${id}`)).status).toBe(204);
    expect(await list()).toEqual([]);
    await sam.addPasskey();
    expect((await sam.send('DELETE', '/api/credentials/totp')).status).toBe(204);
    const [last] = await list();
    expect((await sam.send('DELETE', `/api/credentials/passkeys/${last?.id}`)).body).toMatchObject({
      status: 409,
      reason: 'last-second-factor',
    });
  });

  it('two removals at a time leave one to an owner', async () => {
    const removing = await new Person(app, 'lea@demo.example').signIn();
    await removing.prove();
    const own = JSON.parse((await removing.get('/api/credentials')).text) as { passkeys: { id: string }[] };
    await Promise.all(Array.from({ length: 16 }, () => app.get('/api/public/demo')));
    const race = await Promise.all([
      removing.send('DELETE', '/api/credentials/totp'),
      ...own.passkeys.map(({ id }) => removing.send('DELETE', `/api/credentials/passkeys/${id}`)),
    ]);
    expect(race.map(({ status }) => status).sort()).toEqual([204, 409]);
    await app.rows(
      `DELETE FROM credential c USING account a WHERE a.id = c.account_id AND a.email = 'lea@demo.example' AND kind <> 'password'`,
    );
    await enrolTotp(app, 'lea@demo.example');
    app.now += 60_000;
    const again = await new Person(app, 'lea@demo.example').signIn();
    await again.prove();
    key = await again.addPasskey();
  });

  it('of who left every practice open nothing', async () => {
    await makeCoach(app, 'sam@other.example');
    const sam = new Person(app, 'sam@other.example');
    await sam.givePassword();
    await sam.prove();
    const own = await sam.addPasskey();
    await app.rows(`UPDATE member SET status = 'deactivated' WHERE email = 'sam@other.example'`);
    const { person, challenge } = await begun();
    expect(
      (await person.post('/api/session/passkey', { passkey: own.answer(challenge) })).body,
    ).toMatchObject(REFUSED);
    expect((await sam.get('/api/session')).status).toBe(401);
    expect((await sam.givePassword()).body).toMatchObject({ reason: 'wrong-credentials' });
  });

  it('the cookie of a ceremony stays in its browser', async () => {
    const reply = await new Person(app, 'x').post('/api/session/passkey/options');
    const [, ...attributes] = String(reply.headers['set-cookie']).split('; ');
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Strict', 'Secure']);
    expect(cookieIn(reply, '__Host-ceremony')).not.toBe('');
    expect(reply.text).not.toContain(cookieIn(reply, '__Host-ceremony'));
  });
});

describe('credential stuffing', () => {
  it('credential stuffing: one address, or one account from many, is answered 429; the owner’s passkey still opens', async () => {
    const app = await WholeApp.start('stuffing', { RATE_SIGN_INS_PER_QUARTER_HOUR: '6' });
    try {
      await enrolTotp(app, 'lea@demo.example');
      const owner = await new Person(app, 'lea@demo.example', '198.51.100.1').signIn();
      await owner.prove();
      const key = await owner.addPasskey();
      const attempt = (email: string, address: string, password = 'wrong') =>
        app.post('/api/session', { email, password }, { address });

      const manyUsers = [];
      for (let i = 0; i < 12; i++)
        manyUsers.push((await attempt(`user${i}@stuffing.example`, '203.0.113.9')).status);
      expect(manyUsers).toEqual([...Array<number>(6).fill(401), ...Array<number>(6).fill(429)]);
      const manyAddresses = [];
      for (let i = 0; i < 12; i++)
        manyAddresses.push((await attempt('lea@demo.example', `203.0.113.${100 + i}`)).status);
      expect(manyAddresses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(6);
      const refused = await attempt('lea@demo.example', '198.51.100.2', PASSWORD);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);

      const later = new Person(app, 'lea@demo.example', '198.51.100.2');
      const challenge = await later.challenge();
      expect((await later.post('/api/session/passkey', { passkey: key.answer(challenge) })).status).toBe(200);
    } finally {
      await app.stop();
    }
  });
});
