import type { Role } from '@visavis/account';
import { ORIGIN } from './testing/a-practice';
import { AUTHORISATION } from './testing/authorisation';
import { OPEN } from './testing/open-routes';
import { routesOf } from './testing/routes-of';
import { WholeApp } from './testing/whole-app';

/** Reasons of the guard, not of what lies behind it. */
const GUARDED = ['not-signed-in', 'role-too-low', 'second-factor-needed', 'proof-needed'];

const UNKNOWN = '0193a1b2-0000-7000-8000-000000000001';

describe('the routes of the program', () => {
  let app: WholeApp;
  let routes: string[];

  beforeAll(async () => {
    app = await WholeApp.start('routes');
    routes = routesOf(app.nest.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false }));
  });

  afterAll(() => app.stop());

  const closed = () => routes.filter((route) => !OPEN.includes(route));
  const filled = (path: string) =>
    path
      .replaceAll(/:(id|letterId)\b/g, UNKNOWN)
      .replace(':date', '2027-01-12')
      .replace(':kind', 'session')
      .replace(':practice', 'demo')
      .replace(':supervisor', 'lea')
      .replaceAll(/:\w+/g, 'x');

  it('are all known to this list', () => {
    // How the router prints the wildcard of `/public/`.
    const server = app.nest.getHttpAdapter().getInstance();
    expect(['/public/*', '/*'].map((url) => server.hasRoute({ method: 'GET', url }))).toEqual([true, false]);
    expect(routes.length).toBeGreaterThan(60);
    expect(OPEN.filter((route) => !routes.includes(route))).toEqual([]);
    expect(closed().filter((route) => !/ \/api\//.test(route))).toEqual([]);
  });

  it('IDOR matrix: every route that is not open answers 401 without a session, and with a made-up one', async () => {
    expect(closed().length).toBeGreaterThan(25);
    for (const route of closed()) {
      const [method, path] = route.split(' ') as ['GET', string];
      const body = method === 'GET' ? {} : { body: {} };
      for (const sent of [body, { ...body, session: 'A'.repeat(43) }]) {
        const reply = await app.send(method, filled(path), sent);
        expect({ route, status: reply.status, reason: reply.body.reason }).toEqual({
          route,
          status: 401,
          reason: 'not-signed-in',
        });
      }
    }
  });

  it('authorisation matrix: every closed route stands in the table, and nothing else does', () => {
    expect(closed().filter((route) => AUTHORISATION[route] === undefined)).toEqual([]);
    expect(Object.keys(AUTHORISATION).filter((route) => !closed().includes(route))).toEqual([]);
  });

  it.each(['owner', 'supervisor', 'coach'] as Role[])(
    'authorisation matrix: a member who is %s only is refused what is for others, and what asks for a proof',
    async (role) => {
      await app.rows(`UPDATE member SET roles = ARRAY[$1] WHERE email = 'sam@demo.example'`, [role]);
      for (const [route, { roles, freshProof }] of Object.entries(AUTHORISATION)) {
        const reason = await refusalOf(route, await app.signIn('sam@demo.example'));
        const wanted = roles.includes(role) ? (freshProof ? 'proof-needed' : 'none') : 'role-too-low';
        expect({ route, reason }).toEqual({ route, reason: wanted });
      }
      await app.rows(`UPDATE member SET roles = '{supervisor}' WHERE email = 'sam@demo.example'`);
    },
  );

  it('authorisation matrix: a former member reaches their vault and their own account, and nothing else', async () => {
    const [sam] = await app.rows<{ id: string; practice_id: string }>(
      `SELECT id, practice_id FROM member WHERE email = 'sam@other.example'`,
    );
    await app.rows(
      `INSERT INTO vault (practice_id, id, owner_id, suite, generation, changes, opened_at)
       VALUES ($1, gen_random_uuid(), $2, 'visavis/1', 1, 0, now())`,
      [sam?.practice_id, sam?.id],
    );
    for (const [route, { former, freshProof }] of Object.entries(AUTHORISATION)) {
      const session = await app.signIn('sam@other.example');
      await app.rows(`UPDATE member SET status = 'deactivated', deactivated_at = $2 WHERE id = $1`, [
        sam?.id,
        new Date(app.now),
      ]);
      const wanted = former ? (freshProof ? 'proof-needed' : 'none') : 'role-too-low';
      expect({ route, reason: await refusalOf(route, session) }).toEqual({ route, reason: wanted });
      await app.rows(`UPDATE member SET status = 'active', deactivated_at = NULL WHERE id = $1`, [sam?.id]);
    }
    await app.rows('DELETE FROM vault WHERE owner_id = $1', [sam?.id]);
  });

  it('authorisation matrix: before a second factor is enrolled only what enrolling takes answers', async () => {
    for (const [route, { beforeSecondFactor, freshProof }] of Object.entries(AUTHORISATION)) {
      const session = await app.signIn('lea@other.example');
      await app.rows(`UPDATE session SET second_factor_at = NULL`);
      const wanted = beforeSecondFactor ? (freshProof ? 'proof-needed' : 'none') : 'second-factor-needed';
      expect({ route, reason: await refusalOf(route, session) }).toEqual({ route, reason: wanted });
    }
  });

  it('authorisation matrix: a session that waits for its second factor is none', async () => {
    await app.rows(
      `INSERT INTO credential (id, account_id, kind, secret, created_at)
       SELECT gen_random_uuid(), id, 'totp', 'x', now() FROM account WHERE email = 'lea@other.example'`,
    );
    const session = await app.signIn('lea@other.example');
    await app.rows(`UPDATE session SET second_factor_at = NULL`);
    for (const route of Object.keys(AUTHORISATION))
      expect({ route, reason: await refusalOf(route, session) }).toEqual({ route, reason: 'not-signed-in' });
    await app.rows(`DELETE FROM credential WHERE kind = 'totp'`);
  });

  /** Why the guard says no, `none` when it does not; a body nobody asks for keeps routes from writing. */
  async function refusalOf(route: string, session: string): Promise<string> {
    const [method, path] = route.split(' ') as ['GET', string];
    const reply = await app.send(method, filled(path), {
      session,
      ...(method !== 'GET' && { body: { odd: true } }),
    });
    return [401, 403].includes(reply.status) && GUARDED.includes(reply.body.reason)
      ? reply.body.reason
      : 'none';
  }

  it("IDOR matrix: nobody reaches another practice's or another supervisor's objects, and each list is one's own", async () => {
    const [lea, sam, stranger] = [
      await app.signIn('lea@demo.example'),
      await app.signIn('sam@demo.example'),
      await app.signIn('lea@other.example'),
    ];
    const wish = {
      start: '2027-01-12T09:00:00Z',
      firstName: 'Ada',
      lastName: 'Martin',
      email: 'ada@visitor.example',
      phone: '+33199001234',
      reason: 'take-off',
      language: 'fr',
      timeZone: 'Europe/Paris',
    };
    const { status, body } = await app.post('/api/appointments', wish, { session: lea });
    expect(status).toBe(201);
    const contact = await app.post(
      '/api/blocked-contacts',
      { kind: 'email', value: 'x@visitor.example' },
      { session: lea },
    );
    const contactId = (contact.body as unknown as { contacts: { id: string }[] }).contacts[0]?.id;
    const before = await app.everything();
    for (const session of [sam, stranger]) {
      const path = `/api/appointments/${body.id}`;
      expect((await app.get(path, { session })).status).toBe(404);
      expect(
        (await app.post(`${path}/move`, { start: '2027-01-12T10:00:00Z', sequence: 0 }, { session })).status,
      ).toBe(404);
      expect((await app.post(`${path}/cancel`, { sequence: 0 }, { session })).status).toBe(404);
      expect((await app.post(`${path}/outcome`, { outcome: 'went-well' }, { session })).status).toBe(404);
      expect((await app.post(`/api/blocks/${body.id}/remove`, { scope: 'one' }, { session })).status).toBe(
        404,
      );
      await app.send('DELETE', `/api/blocked-contacts/${contactId}`, { session });
      const week = await app.get('/api/appointments?from=2027-01-11T00:00:00Z&to=2027-01-18T00:00:00Z', {
        session,
      });
      expect(week.body).toMatchObject({ appointments: [] });
    }
    expect(await app.rows('SELECT 1 FROM blocked_contact')).toHaveLength(1);
    expect(await app.everything()).toEqual(before);
  });

  it('role escalation: a supervisor changes no settings, and nobody sends a role', async () => {
    const [owner, supervisor] = [await app.signIn('lea@demo.example'), await app.signIn('sam@demo.example')];
    const settings = JSON.parse((await app.get('/api/practice', { session: supervisor })).text) as Record<
      string,
      unknown
    >;
    const { slug: _slug, erasure: _erasure, ...wish } = settings;
    const before = await app.everything();
    expect(
      (await app.send('PUT', '/api/practice', { body: { ...wish, name: 'Mine' }, session: supervisor })).body,
    ).toMatchObject({ status: 403, reason: 'role-too-low' });
    for (const session of [owner, supervisor]) {
      for (const [method, path] of [
        ['PATCH', '/api/session'],
        ['PUT', '/api/session'],
        ['POST', '/api/members'],
      ] as const) {
        expect([404, 405]).toContain(
          (await app.send(method, path, { body: { role: 'owner' }, session })).status,
        );
      }
    }
    expect(
      (await app.send('PUT', '/api/practice', { body: { ...wish, role: 'owner' }, session: owner })).body,
    ).toMatchObject({ status: 400, errors: [{ field: 'role', code: 'unknown-field' }] });
    expect(await app.rows(`SELECT roles FROM member ORDER BY roles`)).toEqual(
      [['owner', 'supervisor'], ['owner', 'supervisor'], ['supervisor'], ['supervisor']].map((roles) => ({
        roles,
      })),
    );
    expect(await app.everything()).toEqual(before);
  });

  it('write-before-crash: one wrong field at the end, and none of the others is written', async () => {
    const session = await app.signIn('lea@demo.example');
    const {
      slug: _slug,
      erasure: _erasure,
      ...wish
    } = JSON.parse((await app.get('/api/practice', { session })).text) as Record<string, unknown>;
    const before = await app.everything();
    const late = { ...wish, name: 'New', retentionMonths: 3, imprint: { fr: 'Texte', en: 42 } };
    expect((await app.send('PUT', '/api/practice', { body: late, session })).body).toMatchObject({
      status: 400,
      errors: [{ field: 'imprint.en' }],
    });
    const offer = {
      lengthMin: 45,
      stepMin: 30,
      bufferBeforeMin: 0,
      bufferAfterMin: 0,
      minNoticeMin: 0,
      horizonDays: 30,
      maxPerDay: null,
      sameHoursAs: null,
      weekly: [{ days: [1], start: '09:00', end: 'late' }],
    };
    expect((await app.send('PUT', '/api/offers/session', { body: offer, session })).status).toBe(400);
    expect(await app.everything()).toEqual(before);
  });

  it('settings merge pollution: prototypes, 10 MB and unknown keys are refused', async () => {
    const session = await app.signIn('lea@demo.example');
    const {
      slug: _slug,
      erasure: _erasure,
      ...wish
    } = JSON.parse((await app.get('/api/practice', { session })).text) as Record<string, unknown>;
    const before = await app.everything();
    const raw = JSON.stringify(wish).replace('{', '{"__proto__":{"isAdmin":true},');
    expect((await app.send('PUT', '/api/practice', { raw, session })).status).toBe(400);
    expect(
      (await app.send('PUT', '/api/practice', { body: { ...wish, name: 'x'.repeat(10_000_000) }, session }))
        .status,
    ).toBe(413);
    expect(
      (await app.send('PUT', '/api/practice', { body: { ...wish, theme: 'dark' }, session })).body,
    ).toMatchObject({ status: 400, errors: [{ field: 'theme', code: 'unknown-field' }] });
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
    expect(await app.everything()).toEqual(before);
  });

  it('tracking / analytics id of tenant: there is no such setting to put a script into', async () => {
    const session = await app.signIn('lea@demo.example');
    const {
      slug: _slug,
      erasure: _erasure,
      ...wish
    } = JSON.parse((await app.get('/api/practice', { session })).text) as Record<string, unknown>;
    const reply = await app.send('PUT', '/api/practice', {
      body: { ...wish, analyticsId: "');alert(1)//" },
      session,
    });
    expect(reply.body).toMatchObject({
      status: 400,
      errors: [{ field: 'analyticsId', code: 'unknown-field' }],
    });
  });

  it('empty criteria: removing nothing in particular removes nothing', async () => {
    const session = await app.signIn('lea@demo.example');
    await app.post('/api/blocked-contacts', { kind: 'email', value: 'y@visitor.example' }, { session });
    const before = [await app.everything(), await app.counts()];
    for (const path of [
      '/api/blocked-contacts',
      '/api/blocked-contacts/',
      '/api/blocked-contacts/null',
      '/api/blocked-contacts?id=',
      '/api/overrides/',
      '/api/overrides/null',
      '/api/appointments?userId=',
      '/api/invitations',
      '/api/invitations/null',
      '/api/invitations?id=',
      '/api/members?id=',
      '/api/sign-ins?userId=',
    ]) {
      const { status } = await app.send('DELETE', path, { session });
      expect({ path, refused: [400, 404, 405].includes(status) }).toEqual({ path, refused: true });
    }
    for (const body of [{ dates: [] }, { dates: [null] }, {}])
      expect((await app.post('/api/overrides/holidays', body, { session })).status).toBe(400);
    expect(
      (await app.post('/api/blocks//remove', { scope: 'all' }, { session })).status,
    ).toBeGreaterThanOrEqual(400);
    expect([await app.everything(), await app.counts()]).toEqual(before);
  });

  it('health and metrics exposure: the public port tells a word about health and nothing else', async () => {
    for (const path of [
      '/metrics',
      '/health',
      '/health/detail',
      '/health/details',
      '/docs/openapi.json',
      '/api/docs',
      '/.git/config',
      '/.env',
      '/public/fr/main-DEF.js.map',
      '/app/fr/main-ABC.js.map',
      '/public/server/server.mjs',
      '/public/../web/browser/fr/index.html',
    ]) {
      const { status, text } = await app.get(path);
      const shown = status === 200 && !text.startsWith('<!doctype html>');
      expect({ path, shown: shown ? text : false }).toEqual({ path, shown: false });
      expect(text).not.toContain('sources');
    }
    expect((await app.get('/health/live')).text).toBe('ok');
    expect((await app.get('/measuring/select-1')).status).toBe(404);
  });

  it('URL-encoded path: no way of writing an address gets around the guard', async () => {
    for (const path of [
      '/api/%61ppointments',
      '//api/appointments',
      '/api//appointments',
      '/api/appointments;/x',
      '/API/appointments',
      '/api/appointments/',
      '/api/./appointments',
      '/api/x/../appointments',
      `${ORIGIN}/api/appointments`,
    ]) {
      expect({ path, refused: [400, 401, 403, 404].includes((await app.get(path)).status) }).toEqual({
        path,
        refused: true,
      });
    }
  });
});
