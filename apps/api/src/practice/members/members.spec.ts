import { addMember } from '../testing/people';
import { SettingsApp } from '../testing/settings-app';

interface Listed {
  readonly members: readonly { id: string; name: string; roles: string[]; status: string }[];
  readonly total: number;
}

describe('members', () => {
  let app: SettingsApp;
  let owner: string;

  beforeAll(async () => {
    app = await SettingsApp.start('members');
    for (const slug of ['one', 'two']) await app.createPractice(slug);
    for (const [name, email] of [
      ['Émile Zola', 'emile@coach.example'],
      ['Zoé Abel', 'zoe@coach.example'],
      ['100 % Percent', 'percent@coach.example'],
    ] as const)
      await addMember(app, 'one', { name, email, roles: ['coach'] });
    owner = await app.signIn('lea@one.example');
  });
  afterAll(() => app.stop());

  const list = (query: string, session = owner) =>
    app.send<Listed>('GET', `/api/members${query}`, { session });
  const names = async (query: string, session = owner) =>
    (await list(query, session)).body.members.map(({ name }) => name);
  const idOf = async (email: string) =>
    (await app.rows<{ id: string }>('SELECT id FROM member WHERE email = $1', [email]))[0]?.id ?? '';
  const change = (email: string, body: unknown, session = owner) =>
    idOf(email).then((id) =>
      app.send<Record<string, unknown>>('PATCH', `/api/members/${id}`, { session, body }),
    );

  it('are listed by page, order and search, whatever the accents, and only those of the practice', async () => {
    expect(await names('')).toEqual(['100 % Percent', 'Émile Zola', 'Léa Roche', 'Sam Hill', 'Zoé Abel']);
    expect(await names('?sort=name&direction=descending&size=2&page=2')).toEqual(['Léa Roche', 'Émile Zola']);
    expect(await names('?search=ZOE')).toEqual(['Zoé Abel']);
    expect(await names('?search=emile@')).toEqual(['Émile Zola']);
    expect(await names('?search=%25')).toEqual(['100 % Percent']);
    expect(await names('?role=owner')).toEqual(['Léa Roche']);
    expect((await list('?size=2')).body).toMatchObject({ total: 5 });
    expect(await names('?search=_')).toEqual([]);
  });

  it('of a supervisor are colleagues and own coaches; a coach sees no list', async () => {
    expect(await names('', await app.signIn('sam@one.example'))).toEqual(['Léa Roche', 'Sam Hill']);
    const refused = await list('', await app.signIn('zoe@coach.example'));
    expect(refused.body).toMatchObject({ status: 403, reason: 'role-too-low' });
  });

  it.each([
    '?sort=name;DROP%20TABLE%20member',
    '?sort=(select%201)',
    '?direction=ASC,(select%201)',
    '?order=name',
    '?page=0',
    '?size=101',
    '?size=50&size=60',
    '?search[]=x',
    '?status=',
  ])('sort/filter injection: %s is refused', async (query) => {
    expect((await list(query)).body).toMatchObject({ status: 400, reason: 'malformed' });
  });

  it('get roles and lose them, which counts from the next sign-in, and that is asked for at once', async () => {
    const asOwner = (session: string) => app.send('GET', '/api/audit', { session });
    const coach = await app.signIn('zoe@coach.example');
    expect((await asOwner(coach)).status).toBe(403);

    const promoted = await change('zoe@coach.example', { roles: ['coach', 'owner', 'supervisor'] });
    expect(promoted.body).toMatchObject({
      roles: ['owner', 'supervisor', 'coach'],
      supervisor: { slug: 'zoe-abel', active: true },
    });
    expect((await asOwner(coach)).body).toMatchObject({ status: 401, reason: 'not-signed-in' });
    const promotedZoe = await app.signIn('zoe@coach.example');
    expect((await asOwner(promotedZoe)).status).toBe(200);
    const slots = await app.rows(
      `SELECT o.kind FROM offer o JOIN supervisor s ON s.practice_id = o.practice_id AND s.id = o.supervisor_id
       JOIN calendar c ON c.practice_id = s.practice_id AND c.supervisor_id = s.id WHERE s.slug = 'zoe-abel' ORDER BY 1`,
    );
    expect(slots).toEqual([{ kind: 'discovery-call' }, { kind: 'session' }]);

    const demoted = await change('zoe@coach.example', { roles: ['coach'] });
    expect(demoted.body).toMatchObject({ roles: ['coach'], supervisor: { slug: 'zoe-abel', active: false } });
    expect((await asOwner(promotedZoe)).status).toBe(401);
    await change('zoe@coach.example', { roles: ['supervisor'] });
    expect(await app.rows(`SELECT slug FROM supervisor WHERE slug LIKE 'zoe%'`)).toEqual([
      { slug: 'zoe-abel' },
    ]);
    await change('zoe@coach.example', { roles: ['coach'] });
  });

  it('with other roles are signed out of this practice only; the same roles again change nothing', async () => {
    const email = 'both@coach.example';
    const id = await addMember(app, 'one', { email, roles: ['coach'] });
    await app.rows(
      `WITH two AS (
         INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
         SELECT d.practice_id, gen_random_uuid(), m.account_id, m.roles, 'active', m.name, m.email, 'fr',
           m.created_at + interval '1 minute'
         FROM member m JOIN practice_address d ON d.slug = 'two' WHERE m.id = $1
         RETURNING account_id, practice_id, id)
       INSERT INTO membership_index (account_id, practice_id, member_id) SELECT * FROM two`,
      [id],
    );
    const there = await app.signIn(email);
    await app.rows(
      `UPDATE session s SET practice_id = d.practice_id FROM account a, practice_address d
       WHERE a.id = s.account_id AND a.email = $1 AND d.slug = 'two'`,
      [email],
    );
    const here = await app.signIn(email);
    const statuses = async () =>
      (await Promise.all([here, there].map((session) => app.send('GET', '/api/session', { session })))).map(
        ({ status }) => status,
      );
    const give = (roles: string[]) =>
      app.send('PATCH', `/api/members/${id}`, { session: owner, body: { roles } });
    expect((await give(['coach'])).status).toBe(200);
    expect(await statuses()).toEqual([200, 200]);
    expect((await give(['coach', 'supervisor'])).status).toBe(200);
    expect(await statuses()).toEqual([401, 200]);
  });

  it('who are deactivated are out at the next request, and do not come back with an old session', async () => {
    const sam = await app.signIn('sam@one.example');
    const elsewhere = await addMember(app, 'two', { email: 'elsewhere@coach.example', roles: ['coach'] });
    expect(elsewhere).not.toBe('');
    const ask = () => app.send('GET', '/api/practice', { session: sam });
    expect((await ask()).status).toBe(200);
    const feed = await app.rows<{ active: boolean }>(
      `SELECT active FROM supervisor WHERE email = 'sam@one.example'`,
    );
    expect(feed).toEqual([{ active: true }]);

    const gone = await change('sam@one.example', { status: 'deactivated' });
    expect(gone.body).toMatchObject({ status: 'deactivated', deactivatedAt: app.clock.now() });
    expect((await ask()).status).toBe(401);
    expect(await app.rows(`SELECT active FROM supervisor WHERE email = 'sam@one.example'`)).toEqual([
      { active: false },
    ]);

    const back = await change('sam@one.example', { status: 'active' });
    expect(back.body).toMatchObject({ status: 'active', deactivatedAt: null, supervisor: { active: true } });
    expect((await ask()).status).toBe(401);
  });

  it('lose no last owner, in the API and behind it', async () => {
    for (const body of [{ roles: ['supervisor'] }, { status: 'deactivated' }])
      expect((await change('lea@one.example', body)).body).toMatchObject({
        status: 409,
        reason: 'last-owner',
      });
    await expect(
      app.rows(`UPDATE member SET roles = '{supervisor}' WHERE email = 'lea@one.example'`),
    ).rejects.toThrow('last-owner');
    expect((await list('?role=owner')).body.total).toBe(1);
  });

  it('keep exactly one owner when two demote each other at once', async () => {
    for (let round = 1; round <= 8; round++) {
      await change('zoe@coach.example', { roles: ['owner', 'coach'] });
      const zoe = await app.signIn('zoe@coach.example');
      const [lea, other] = [await idOf('lea@one.example'), await idOf('zoe@coach.example')];
      const demote = (id: string, session: string) =>
        app.send('PATCH', `/api/members/${id}`, { session, body: { roles: ['coach'] } });
      const replies = await Promise.all([demote(other, owner), demote(lea, zoe)]);
      expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
      const left = await app.rows<{ email: string }>(
        `SELECT m.email FROM member m JOIN practice_address d ON d.practice_id = m.practice_id
         WHERE d.slug = 'one' AND 'owner' = ANY (m.roles) AND m.status = 'active'`,
      );
      expect(left).toHaveLength(1);
      await app.rows(`UPDATE member SET roles = '{owner,supervisor}' WHERE email = 'lea@one.example'`);
      await app.rows(`UPDATE member SET roles = '{coach}' WHERE email = 'zoe@coach.example'`);
      owner = await app.signIn('lea@one.example'); // whoever lost a role is signed out
    }
  });

  it('of another practice are not found, and what is not said changes nothing', async () => {
    const before = await app.rows('SELECT * FROM member ORDER BY id');
    expect((await change('lea@two.example', { roles: ['coach'] })).status).toBe(404);
    expect(
      (await app.send('PATCH', '/api/members/me', { session: owner, body: { roles: ['coach'] } })).status,
    ).toBe(404);
    for (const [body, field, code] of [
      [{}, '', 'required'],
      [{ roles: [] }, 'roles', 'required'],
      [{ roles: ['admin'] }, 'roles.0', 'not-in-list'],
      [{ roles: [null] }, 'roles.0', 'required'],
      [{ role: 'owner' }, 'role', 'unknown-field'],
      [{ status: 'erased' }, 'status', 'not-in-list'],
    ] as const) {
      const refused = await change('sam@one.example', body);
      expect(refused.body).toMatchObject({ status: 400 });
      expect(refused.body['errors']).toContainEqual({ field, code });
    }
    expect(await app.rows('SELECT * FROM member ORDER BY id')).toEqual(before);
  });

  it('role escalation: nobody below an owner changes roles, their own least of all', async () => {
    for (const email of ['sam@one.example', 'zoe@coach.example']) {
      const session = await app.signIn(email);
      expect((await change(email, { roles: ['owner'] }, session)).body).toMatchObject({
        status: 403,
        reason: 'role-too-low',
      });
    }
  });
});
