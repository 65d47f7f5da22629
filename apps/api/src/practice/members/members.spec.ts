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

  it('get roles and lose them, which counts from the next request', async () => {
    const zoe = await app.signIn('zoe@coach.example');
    const asOwner = () => app.send('GET', '/api/audit', { session: zoe });
    expect((await asOwner()).status).toBe(403);

    const promoted = await change('zoe@coach.example', { roles: ['coach', 'owner', 'supervisor'] });
    expect(promoted.body).toMatchObject({
      roles: ['owner', 'supervisor', 'coach'],
      supervisor: { slug: 'zoe-abel', active: true },
    });
    expect((await asOwner()).status).toBe(200);
    const slots = await app.rows(
      `SELECT o.kind FROM offer o JOIN supervisor s ON s.practice_id = o.practice_id AND s.id = o.supervisor_id
       JOIN calendar c ON c.practice_id = s.practice_id AND c.supervisor_id = s.id WHERE s.slug = 'zoe-abel' ORDER BY 1`,
    );
    expect(slots).toEqual([{ kind: 'discovery-call' }, { kind: 'session' }]);

    const demoted = await change('zoe@coach.example', { roles: ['coach'] });
    expect(demoted.body).toMatchObject({ roles: ['coach'], supervisor: { slug: 'zoe-abel', active: false } });
    expect((await asOwner()).status).toBe(403);
    await change('zoe@coach.example', { roles: ['supervisor'] });
    expect(await app.rows(`SELECT slug FROM supervisor WHERE slug LIKE 'zoe%'`)).toEqual([
      { slug: 'zoe-abel' },
    ]);
    await change('zoe@coach.example', { roles: ['coach'] });
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
      [{ roles: [null] }, 'roles.0', 'not-in-list'],
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
