import { DAY } from '@visavis/kernel';
import { parse } from 'csv-parse/sync';
import { createDataSource } from '../../database/data-source';
import { Transactions } from '../../database/transactions';
import { GLOBAL_TABLES } from '../../testing/check-catalogue';
import { openZip } from '../testing/open-zip';
import { addMember } from '../testing/people';
import { NOW, SettingsApp } from '../testing/settings-app';
import { eraseDuePractices } from './erase-due-practices';
import { EXPORTED, LEFT_OUT } from './export-tables';

describe('what is held of people and practices', () => {
  let app: SettingsApp;
  let owner: string;

  beforeAll(async () => {
    app = await SettingsApp.start('held');
    for (const slug of ['one', 'two']) {
      await app.createPractice(slug);
      await addMember(app, slug, {
        name: `=CANARY-${slug}`,
        email: `canary-${slug}@coach.example`,
        roles: ['coach'],
      });
    }
    owner = await app.signIn('lea@one.example', { proven: true });
  });
  beforeEach(() => {
    app.clock.at = NOW;
  });
  afterAll(() => app.stop());

  const idOf = async (email: string) =>
    (await app.rows<{ id: string }>('SELECT id FROM member WHERE email = $1', [email]))[0]?.id ?? '';
  const filesOf = async (path: string, session: string) => {
    const { status, headers, bytes } = await app.download(path, session);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/zip');
    return openZip(bytes);
  };

  describe('an export', () => {
    it('holds every table of the practice twice, and reads back as it was', async () => {
      const files = await filesOf('/api/practice/export', owner);
      for (const table of Object.keys(EXPORTED))
        for (const ending of ['csv', 'json'])
          expect([...files.keys()]).toContain(`${table.replaceAll('_', '-')}.${ending}`);
      const rows: Record<string, string>[] = parse(files.get('member.csv') ?? '', {
        columns: true,
        bom: true,
      });
      expect(rows.map((row) => row['name']).sort()).toEqual(["'=CANARY-one", 'Léa Roche', 'Sam Hill']);
      const members = JSON.parse(files.get('member.json')?.toString() ?? '') as { name: string }[];
      expect(members.map(({ name }) => name).sort()).toEqual(['=CANARY-one', 'Léa Roche', 'Sam Hill']);
      expect(await app.rows(`SELECT 1 FROM audit_event WHERE act = 'practice-exported'`)).toHaveLength(1);
    });

    it("other tenant's data in export: two at once, and in each only its own canary", async () => {
      const other = await app.signIn('lea@two.example', { proven: true });
      const [one, two] = await Promise.all([
        filesOf('/api/practice/export', owner),
        filesOf('/api/practice/export', other),
      ]);
      const all = (files: Map<string, Buffer>) => Buffer.concat([...files.values()]).toString();
      expect(all(one)).toContain('CANARY-one');
      expect(all(one)).not.toContain('CANARY-two');
      expect(all(one)).not.toContain('@two.example');
      expect(all(two)).toContain('CANARY-two');
      expect(all(two)).not.toContain('CANARY-one');
    });

    it('GDPR export contains secrets: no password, token, key or hash of any is in it', async () => {
      const secrets = await app.rows<{ secret: string }>(
        `SELECT secret FROM credential UNION ALL SELECT encode(token_hash, 'hex') FROM session
         UNION ALL SELECT translate(encode(token_hash, 'base64'), '+/=', '-_') FROM session`,
      );
      expect(secrets.length).toBeGreaterThan(3);
      for (const path of ['/api/practice/export', '/api/account/export']) {
        const everything = Buffer.concat([...(await filesOf(path, owner)).values()]).toString();
        for (const { secret } of secrets) expect(everything).not.toContain(secret);
        expect(everything).not.toMatch(/argon2|token_hash|__Host/);
        expect(everything).not.toContain(owner);
      }
    });

    it('export link: there is none; whoever lost the role, the proof or the session gets nothing', async () => {
      const unproven = await app.signIn('lea@one.example');
      expect((await app.send('GET', '/api/practice/export', { session: unproven })).body).toMatchObject({
        status: 403,
        reason: 'proof-needed',
      });
      const sam = await app.signIn('sam@one.example', { proven: true });
      expect((await app.send('GET', '/api/practice/export', { session: sam })).status).toBe(403);
      expect((await app.send('GET', '/api/practice/export')).status).toBe(401);
      app.clock.at = NOW + 11 * 60_000;
      expect((await app.send('GET', '/api/practice/export', { session: owner })).body).toMatchObject({
        reason: 'proof-needed',
      });
    });

    it('of a person holds their own rows of each practice and no colleague', async () => {
      const sam = await app.signIn('sam@one.example', { proven: true });
      const files = await filesOf('/api/account/export', sam);
      const everything = Buffer.concat([...files.values()]).toString();
      expect(JSON.parse(files.get('account.json')?.toString() ?? '')).toMatchObject([
        { email: 'sam@one.example' },
      ]);
      expect([...files.keys()]).toContain('one/supervisor.csv');
      expect(everything).not.toContain('CANARY');
      expect(everything).not.toContain('Léa');
    });

    it('names every table of a practice, or says why not', async () => {
      const owned = await app.rows<{ name: string }>(
        `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'practice_id'
         WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> ALL ($1)`,
        [[...GLOBAL_TABLES]],
      );
      const known = [...Object.keys(EXPORTED), ...Object.keys(LEFT_OUT)];
      expect(owned.map(({ name }) => name).sort()).toEqual(known.sort());
    });

    it('opens no more than two at once and closes what nobody reads to the end', async () => {
      for (let round = 1; round <= 4; round++) {
        const replies = await Promise.all(
          Array.from({ length: 4 }, () => app.download('/api/practice/export', owner)),
        );
        expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2);
        for (const { status } of replies) expect([200, 503]).toContain(status);
      }
    });
  });

  describe('retention', () => {
    it('is told in figures before anything goes', async () => {
      const { body } = await app.send('GET', '/api/practice/retention', {
        session: await app.signIn('lea@one.example'),
      });
      expect(body).toEqual({
        asOf: NOW,
        kinds: [
          { kind: 'prospects', months: 12, due: 0, oldestDueAt: null, nextDueAt: null },
          { kind: 'contracts-not-concluded', months: 12, due: 0, oldestDueAt: null, nextDueAt: null },
          { kind: 'contract-evidence', months: 60, due: 0, oldestDueAt: null, nextDueAt: null },
          { kind: 'vaults-set-aside', months: 3, due: 0, oldestDueAt: null, nextDueAt: null },
          { kind: 'vaults-left', months: 12, due: 0, oldestDueAt: null, nextDueAt: null },
        ],
      });
      const born = new Date(NOW - 400 * DAY);
      for (const [id, at] of [
        ['0193a1b2-0000-7000-8000-000000000001', born],
        ['0193a1b2-0000-7000-8000-000000000002', new Date(NOW - 300 * DAY)],
      ] as const) {
        await app.rows(
          `INSERT INTO appointment (practice_id, id, supervisor_id, kind, status, starts_at, ends_at, occupies, sequence,
             link_version, origin, created_at, updated_at)
           SELECT s.practice_id, $1, s.id, 'discovery-call', 'done', $2, $2::timestamptz + interval '30 minutes',
             tstzrange($2, $2::timestamptz + interval '30 minutes'), 0, 1, 'public', $2, $2
           FROM supervisor s JOIN practice_address d ON d.practice_id = s.practice_id WHERE d.slug = 'one' AND s.slug = 'lea'`,
          [id, at],
        );
        await app.rows(
          `INSERT INTO discovery_call (practice_id, id, first_name, last_name, email, phone, reason, language, time_zone,
             open, created_at)
           SELECT practice_id, $1, 'Ada', 'Martin', 'ada@visitor.example', '+33199001234', 'other', 'fr', 'Europe/Paris', false, $2
           FROM practice_address WHERE slug = 'one'`,
          [id, at],
        );
      }
      const later = await app.send<{ kinds: Record<string, unknown>[] }>('GET', '/api/practice/retention', {
        session: owner,
      });
      expect(later.body.kinds[0]).toMatchObject({ kind: 'prospects', due: 1 });
      expect(later.body.kinds[0]?.['oldestDueAt']).toBeLessThan(NOW);
      expect(later.body.kinds[0]?.['nextDueAt']).toBeGreaterThan(NOW);
      expect(later.text).not.toContain('Ada');
      expect(await app.rows(`SELECT 1 FROM discovery_call WHERE erased_at IS NOT NULL`)).toHaveLength(0);
    });
  });

  describe('the erasure of a person', () => {
    it('needs the address typed and a fresh proof, and spares the last owner', async () => {
      const path = `/api/members/${await idOf('canary-one@coach.example')}/erasure`;
      const unproven = await app.signIn('lea@one.example');
      const body = { email: 'canary-one@coach.example' };
      expect((await app.send('POST', path, { session: unproven, body })).body).toMatchObject({
        reason: 'proof-needed',
      });
      expect(
        (await app.send('POST', path, { session: owner, body: { email: 'x@y.example' } })).body,
      ).toMatchObject({
        status: 400,
        errors: [{ field: 'email', code: 'not-accepted' }],
      });
      const own = await app.send('POST', '/api/account/erasure', {
        session: owner,
        body: { email: 'lea@one.example' },
      });
      expect(own.body).toMatchObject({ status: 409, reason: 'last-owner' });
      const foreign = `/api/members/${await idOf('canary-two@coach.example')}/erasure`;
      expect((await app.send('POST', foreign, { session: owner, body })).status).toBe(404);
      expect(await app.rows(`SELECT 1 FROM member WHERE erased_at IS NOT NULL`)).toHaveLength(0);
    });

    it('leaves an id that names nobody, and an account nobody signs in to', async () => {
      const email = 'gone@one.example';
      await addMember(app, 'one', { name: 'Gone Person', email, roles: ['supervisor', 'coach'] });
      const id = await idOf(email);
      await app.send('PATCH', `/api/members/${id}`, { session: owner, body: { roles: ['supervisor'] } });
      await app.send('PATCH', `/api/members/${id}`, {
        session: owner,
        body: { roles: ['supervisor', 'coach'] },
      });
      await app.rows(
        `UPDATE discovery_call SET email = 'GONE@one.example' WHERE id = '0193a1b2-0000-7000-8000-000000000001'`,
      );
      const theirs = await app.signIn(email);
      const erased = await app.send('POST', `/api/members/${id}/erasure`, {
        session: owner,
        body: { email },
      });
      expect(erased.status).toBe(204);

      expect((await app.send('GET', '/api/practice', { session: theirs })).status).toBe(401);
      const everything = await app.dump();
      expect(everything).not.toMatch(/Gone Person|gone-person|gone@one\.example/i);
      expect(await app.rows('SELECT roles, status FROM member WHERE id = $1', [id])).toEqual([
        { roles: ['supervisor', 'coach'], status: 'deactivated' },
      ]);
      expect(
        await app.rows(`SELECT actor, act, object_id FROM audit_event WHERE act = 'member-erased'`),
      ).toEqual([{ actor: 'member', act: 'member-erased', object_id: id }]);
      expect(
        (await app.send('POST', `/api/members/${id}/erasure`, { session: owner, body: { email } })).status,
      ).toBe(404);
      expect(
        (await app.send('PATCH', `/api/members/${id}`, { session: owner, body: { status: 'active' } }))
          .status,
      ).toBe(404);
    });

    it('of one’s own account is everywhere at once', async () => {
      const email = 'both@coach.example';
      await addMember(app, 'one', { name: 'Both Worlds', email, roles: ['coach'] });
      await app.rows(
        `INSERT INTO member (practice_id, id, account_id, roles, status, name, email, language, created_at)
         SELECT d.practice_id, gen_random_uuid(), a.id, '{coach}', 'active', a.name, a.email, 'fr', a.created_at
         FROM practice_address d, account a WHERE d.slug = 'two' AND a.email = $1`,
        [email],
      );
      await app.rows(
        `INSERT INTO membership_index SELECT m.account_id, m.practice_id, m.id FROM member m
         WHERE m.email = $1 ON CONFLICT DO NOTHING`,
        [email],
      );
      const session = await app.signIn(email, { proven: true });
      expect((await app.send('POST', '/api/account/erasure', { session, body: { email } })).status).toBe(204);
      expect((await app.send('GET', '/api/practice', { session })).status).toBe(401);
      expect(await app.dump()).not.toMatch(/Both Worlds|both@coach/);
    });
  });

  describe('the erasure of a practice', () => {
    const erasure = (method: 'POST' | 'DELETE', session: string, name = 'Cabinet two') =>
      app.send(method, '/api/practice/erasure', {
        session,
        ...(method === 'POST' && { body: { name } }),
      });
    const tools = async () => {
      const dataSource = await createDataSource({
        url: app.urls.app,
        pool: 2,
        statementTimeout: 60_000,
        applicationName: 'test',
      }).initialize();
      return { dataSource, transactions: new Transactions(dataSource), clock: app.clock };
    };

    it('waits thirty days after everybody was told, can be taken back, and then leaves nothing but an id', async () => {
      const two = await app.signIn('lea@two.example', { proven: true });
      expect((await erasure('POST', two, 'cabinet two')).body).toMatchObject({
        status: 400,
        errors: [{ field: 'name', code: 'not-accepted' }],
      });
      const asked = await erasure('POST', two);
      expect(asked.body).toEqual({ askedAt: NOW, dueAt: NOW + 30 * DAY });
      expect((await erasure('POST', two)).body).toMatchObject({ status: 409, reason: 'already-erasing' });
      expect((await app.send('GET', '/api/practice', { session: two })).body).toMatchObject({
        erasure: { askedAt: NOW, dueAt: NOW + 30 * DAY },
      });
      const letters = () =>
        app.rows(`SELECT kind, state, count(*)::int AS letters FROM letter GROUP BY 1, 2 ORDER BY 1, 2`);
      expect(await letters()).toEqual([{ kind: 'practice-erasing', state: 'planned', letters: 3 }]);

      expect((await erasure('DELETE', two)).status).toBe(204);
      expect((await erasure('DELETE', two)).status).toBe(404);
      expect(await letters()).toEqual([
        { kind: 'practice-erasing', state: 'superseded', letters: 3 },
        { kind: 'practice-kept', state: 'planned', letters: 3 },
      ]);
      const worker = await tools();
      app.clock.at = NOW + 31 * DAY;
      expect(await eraseDuePractices(worker)).toBe(0);

      app.clock.at = NOW;
      await erasure('POST', two);
      app.clock.at = NOW + 30 * DAY - 1;
      expect(await eraseDuePractices(worker)).toBe(0);
      app.clock.at = NOW + 30 * DAY;
      const before = await app.rows(`SELECT * FROM member WHERE email LIKE '%@one.example' ORDER BY id`);
      expect(await eraseDuePractices(worker)).toBe(1);
      expect(await eraseDuePractices(worker)).toBe(0);
      await worker.dataSource.destroy();

      expect(await app.dump()).not.toMatch(/@two\.example|Cabinet two|CANARY-two/);
      expect(
        await app.rows(
          `SELECT e.actor, e.act FROM audit_event e JOIN practice p ON p.practice_id = e.practice_id WHERE p.erased_at IS NOT NULL`,
        ),
      ).toEqual([{ actor: 'worker', act: 'practice-erased' }]);
      expect(await app.rows(`SELECT slug FROM practice_address`)).toEqual([{ slug: 'one' }]);
      expect(await app.rows(`SELECT * FROM member WHERE email LIKE '%@one.example' ORDER BY id`)).toEqual(
        before,
      );
    });
  });
});
