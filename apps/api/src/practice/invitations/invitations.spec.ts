import { DAY } from '@visavis/kernel';
import { NOW, PASSWORD, SettingsApp } from '../testing/settings-app';
import { invitationLink } from '../testing/people';

const NEW_PASSWORD = 'ardoise-pivoine-funambule';

describe('invitations', () => {
  let app: SettingsApp;
  let owner: string;
  let supervisor: string;

  beforeAll(async () => {
    app = await SettingsApp.start('invitations');
    for (const slug of ['one', 'two']) await app.createPractice(slug);
    [owner, supervisor] = [await app.signIn('lea@one.example'), await app.signIn('sam@one.example')];
  });
  beforeEach(() => {
    app.clock.at = NOW;
  });
  afterAll(() => app.stop());

  const wish = (email: string, over: object = {}) => ({
    email,
    name: 'Nina Petit',
    roles: ['coach'],
    language: 'fr',
    ...over,
  });
  const invite = (email: string, over: object = {}, session = owner) =>
    app.send('POST', '/api/invitations', { session, body: wish(email, over) });
  const accept = (
    link: string,
    body: object = { name: 'Nina Petit', password: NEW_PASSWORD },
    session?: string,
  ) => app.send('POST', link, { body, ...(session !== undefined && { session }) });
  const stateOf = async (email: string) =>
    (
      await app.rows<{ state: string }>('SELECT state FROM invitation WHERE email = $1 ORDER BY created_at', [
        email,
      ])
    ).map(({ state }) => state);

  it('leave a letter, are shown to whoever holds the link, and make an account and a member once', async () => {
    const invited = await invite('Nina@Coach.example');
    expect(invited.status).toBe(201);
    expect(invited.body).toMatchObject({
      email: 'nina@coach.example',
      state: 'planned',
      invitedBy: 'Léa Roche',
      expiresAt: NOW + 14 * DAY,
    });
    expect(
      await app.rows(`SELECT kind, recipient, language, state FROM letter WHERE invitation_id = $1`, [
        invited.body['id'],
      ]),
    ).toEqual([{ kind: 'invitation', recipient: 'invitee', language: 'fr', state: 'planned' }]);

    const link = await invitationLink(app, 'nina@coach.example');
    const shown = await app.send('GET', link);
    expect(shown.body).toEqual({
      practice: { slug: 'one', name: 'Cabinet one' },
      email: 'nina@coach.example',
      name: 'Nina Petit',
      roles: ['coach'],
      language: 'fr',
      invitedBy: 'Léa Roche',
      expiresAt: NOW + 14 * DAY,
      account: 'new',
    });
    expect(shown.headers['referrer-policy']).toBe('no-referrer');

    const accepted = await accept(link);
    expect(accepted.body).toEqual({
      practice: { slug: 'one', name: 'Cabinet one' },
      email: 'nina@coach.example',
      account: 'created',
    });
    expect(accepted.headers['set-cookie']).toBeUndefined();
    const signedIn = await app.send('POST', '/api/session', {
      body: { email: 'nina@coach.example', password: NEW_PASSWORD },
    });
    expect(signedIn.body).toMatchObject({ roles: ['coach'], practice: { slug: 'one' } });
    expect((await accept(link)).status).toBe(404);
    expect((await app.send('GET', link)).status).toBe(404);
    expect((await invite('nina@coach.example')).body).toMatchObject({
      status: 409,
      reason: 'already-member',
    });
  });

  it('give one account to one of eight who accept at once', async () => {
    await invite('race@coach.example', { roles: ['supervisor'] });
    const link = await invitationLink(app, 'race@coach.example');
    const replies = await Promise.all(Array.from({ length: 8 }, () => accept(link)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status } of replies) expect([200, 404, 409]).toContain(status);
    expect(await app.rows(`SELECT 1 FROM member WHERE email = 'race@coach.example'`)).toHaveLength(1);
    expect(
      await app.rows(`SELECT s.slug FROM supervisor s WHERE s.email = 'race@coach.example' AND s.active`),
    ).toEqual([{ slug: 'nina-petit' }]);
  });

  it('join an account that exists: signed in to it, or with its password, and nobody else', async () => {
    await invite('lea@two.example');
    const link = await invitationLink(app, 'lea@two.example');
    expect((await app.send('GET', link)).body).toMatchObject({ account: 'existing' });
    expect((await accept(link, {})).body).toMatchObject({ status: 409, reason: 'account-exists' });
    expect((await accept(link, {}, await app.signIn('sam@two.example'))).body).toMatchObject({
      status: 409,
      reason: 'other-account',
    });
    expect((await accept(link, { name: 'Thief', password: NEW_PASSWORD })).body).toMatchObject({
      status: 401,
      reason: 'wrong-credentials',
    });
    const joined = await accept(link, {}, await app.signIn('lea@two.example'));
    expect(joined.body).toMatchObject({ account: 'joined' });
    expect(await app.rows(`SELECT name FROM member WHERE email = 'lea@two.example' ORDER BY name`)).toEqual([
      { name: 'Léa Roche' },
      { name: 'Léa Roche' },
    ]);

    await invite('sam@two.example');
    const other = await accept(await invitationLink(app, 'sam@two.example'), { password: PASSWORD });
    expect(other.body).toMatchObject({ account: 'joined' });
  });

  it('end after fourteen days, can be sent again with a new link, and be withdrawn', async () => {
    const { body } = await invite('late@coach.example');
    const link = await invitationLink(app, 'late@coach.example');
    app.clock.at = NOW + 14 * DAY;
    expect((await app.send('GET', link)).status).toBe(404);
    expect((await accept(link)).status).toBe(404);
    const session = await app.signIn('lea@one.example');
    const listed = await app.send<{ invitations: object[] }>('GET', '/api/invitations?state=expired', {
      session,
    });
    expect(listed.body.invitations).toContainEqual(
      expect.objectContaining({ email: 'late@coach.example', state: 'expired' }),
    );

    const again = await app.send('POST', `/api/invitations/${body['id'] as string}/send-again`, { session });
    expect(again.body).toMatchObject({ state: 'planned', expiresAt: NOW + 28 * DAY });
    expect((await app.send('GET', link)).status).toBe(404);
    const renewed = await invitationLink(app, 'late@coach.example');
    expect((await app.send('GET', renewed)).status).toBe(200);

    expect((await app.send('DELETE', `/api/invitations/${body['id'] as string}`, { session })).status).toBe(
      204,
    );
    expect((await accept(renewed)).status).toBe(404);
    expect(await stateOf('late@coach.example')).toEqual(['withdrawn']);
    expect(
      await app.rows(`SELECT state FROM letter WHERE invitation_id = $1 AND state = 'planned'`, [body['id']]),
    ).toEqual([]);
  });

  it('wait once for an address; an expired one makes room', async () => {
    await invite('twice@coach.example');
    expect((await invite('twice@coach.example')).body).toMatchObject({
      status: 409,
      reason: 'already-invited',
    });
    app.clock.at = NOW + 15 * DAY;
    const session = await app.signIn('lea@one.example');
    expect((await invite('twice@coach.example', {}, session)).status).toBe(201);
    expect(await stateOf('twice@coach.example')).toEqual(['expired', 'open']);
  });

  it('role escalation: nobody invites to more than they are', async () => {
    for (const roles of [['owner'], ['supervisor'], ['coach', 'supervisor']])
      expect((await invite('up@coach.example', { roles }, supervisor)).body).toMatchObject({
        status: 403,
        reason: 'role-too-low',
      });
    expect((await invite('up@coach.example', {}, await app.signIn('nina@coach.example'))).status).toBe(403);
    expect(await stateOf('up@coach.example')).toEqual([]);
    expect((await invite('up@coach.example', {}, supervisor)).status).toBe(201);
  });

  it('of an owner who has left are no way back in', async () => {
    await invite('second@owner.example', { roles: ['owner', 'coach'] });
    await accept(await invitationLink(app, 'second@owner.example'));
    const second = await app.signIn('second@owner.example');
    await invite('backdoor@coach.example', { roles: ['owner'] }, second);
    const link = await invitationLink(app, 'backdoor@coach.example');
    const [member] = await app.rows<{ id: string }>(
      `SELECT id FROM member WHERE email = 'second@owner.example'`,
    );
    await app.send('PATCH', `/api/members/${member?.id}`, { session: owner, body: { roles: ['coach'] } });
    expect((await accept(link)).status).toBe(404);
    expect(await stateOf('backdoor@coach.example')).toEqual(['withdrawn']);
  });

  it("are seen and changed by who sent them and by owners; other practices' are not found", async () => {
    const { body } = await invite('seen@coach.example');
    const path = `/api/invitations/${body['id'] as string}`;
    const mine = await app.send<{ invitations: { invitedBy: string }[] }>('GET', '/api/invitations', {
      session: supervisor,
    });
    expect(new Set(mine.body.invitations.map(({ invitedBy }) => invitedBy))).toEqual(new Set(['Sam Hill']));
    await app.createPractice('three');
    const stranger = await app.signIn('sam@three.example');
    for (const session of [supervisor, stranger]) {
      expect((await app.send('DELETE', path, { session })).status).toBe(404);
      expect((await app.send('POST', `${path}/send-again`, { session })).status).toBe(404);
    }
    expect(await stateOf('seen@coach.example')).toEqual(['open']);
  });

  it.each([
    ['a line in the name', { name: 'a\r\nBcc: x' }, 'name', 'control-characters'],
    ['no address', { email: 'nobody' }, 'email', 'invalid-email'],
    ['two addresses', { email: 'a@b.example, c@d.example' }, 'email', 'invalid-email'],
    ['no role', { roles: [] }, 'roles', 'required'],
    ['an unknown role', { roles: ['admin'] }, 'roles.0', 'not-in-list'],
    ['a field of its own', { practiceId: 'x' }, 'practiceId', 'unknown-field'],
  ])('are refused with %s', async (_, over, field, code) => {
    const { body } = await invite('fine@coach.example', over);
    expect(body).toMatchObject({ status: 400, errors: [{ field, code }] });
    expect(await stateOf('fine@coach.example')).toEqual([]);
  });

  it('open nothing with a guessed secret, and ask a new person for a name and a good password', async () => {
    await invite('careful@coach.example');
    const link = await invitationLink(app, 'careful@coach.example');
    const guessed = `${link.slice(0, -22)}${'A'.repeat(22)}`;
    expect((await app.send('GET', guessed)).status).toBe(404);
    expect((await accept(guessed)).status).toBe(404);
    expect((await accept(link.replace('/one/', '/two/'))).status).toBe(404);
    expect((await accept(link, {})).body).toMatchObject({
      errors: [
        { field: 'name', code: 'required' },
        { field: 'password', code: 'required' },
      ],
    });
    expect((await accept(link, { name: 'N', password: 'short' })).body).toMatchObject({
      errors: [{ field: 'password', code: 'too-short' }],
    });
    expect(await stateOf('careful@coach.example')).toEqual(['open']);
  });
});
