import { aStart, aWish, ORIGIN } from '../../testing/a-practice';
import { WholeApp } from '../../testing/whole-app';

const PAGE = '/fr/c/demo/lea';

describe('the public pages', () => {
  let app: WholeApp;

  beforeAll(async () => {
    app = await WholeApp.start('pages');
  });

  afterAll(() => app.stop());

  const formOf = (start: string, over: Record<string, string> = {}): Record<string, string> => {
    const { consent: _consent, language: _language, ...wish } = aWish(start);
    return { ...wish, consent: 'on', ...over };
  };
  const policy = (headers: Readonly<Record<string, unknown>>) => String(headers['content-security-policy']);
  const managed = async () => {
    const { headers } = await app.send('POST', PAGE, { form: formOf(aStart()) });
    return String(headers['location']).split('?')[0] ?? '';
  };

  it.each([
    ['en-GB,en;q=0.9', 'en'],
    ['de,fr;q=0.5', 'fr'],
    ['ja', 'fr'],
    ['', 'fr'],
  ])('speak the language a browser asks for: %j is %s', async (wanted, language) => {
    for (const path of ['/c/demo', '/c/demo/lea']) {
      const { status, headers } = await app.get(path, { headers: { 'accept-language': wanted } });
      expect({ status, location: headers['location'] }).toEqual({
        status: 302,
        location: `/${language}${path}`,
      });
    }
  });

  it.each([
    '/fr/c/demo/',
    '/fr/c/demo/lea/',
    '/fr/c/demo/lea//?utm_source=x',
    '/fr/c/demo/privacy/',
    '/c/demo/lea/',
  ])('are the same with a slash at the end: %s', async (path) => {
    const { status, headers, text } = await app.get(path);
    expect(status).toBe(path.startsWith('/c/') ? 302 : 200);
    expect(text + String(headers['location'])).not.toMatch(/lea\/|privacy\//);
  });

  it('embed on foreign origin: only the origins of the practice may frame the page, and only its embedded form', async () => {
    expect(policy((await app.get(`${PAGE}?embed=1`)).headers)).toContain(
      'frame-ancestors https://www.demo.example;',
    );
    for (const path of [
      PAGE,
      '/fr/c/demo',
      '/fr/c/demo/privacy',
      `${PAGE}?embed=0`,
      await managed(),
      '/app/fr/',
      '/fr/c/nobody/lea?embed=1',
    ]) {
      expect({ path, policy: policy((await app.get(path)).headers) }).toEqual({
        path,
        policy: expect.stringContaining("frame-ancestors 'none'"),
      });
    }
  });

  it('run no inline script and turn no string into code', async () => {
    for (const path of [
      PAGE,
      `${PAGE}?embed=1`,
      '/en/c/demo',
      await managed(),
      '/app/fr/week',
      '/fr/nowhere',
    ]) {
      const { headers } = await app.get(path);
      expect(policy(headers)).toMatch(/^default-src 'none';script-src 'self';/);
      expect(policy(headers)).toContain("require-trusted-types-for 'script'");
      expect(policy(headers)).not.toMatch(/unsafe|\*/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'strict-transport-security': expect.stringContaining('max-age=31536000'),
      });
    }
    const [first, second] = [await app.get('/app/fr/'), await app.get('/app/fr/')];
    const nonce = /'nonce-([\w-]{22})'/.exec(policy(first.headers))?.[1] ?? 'none';
    expect(first.text).toContain(nonce);
    expect(second.text).not.toContain(nonce);
  });

  it('make an app that can be installed: what keeps its name is asked for anew, everything else never again', async () => {
    const headersOf = async (name: string) => (await app.get(`/app/fr/${name}`)).headers;
    for (const [name, type] of [
      ['service-worker.js', /javascript/],
      ['manifest.webmanifest', /^application\/manifest\+json/],
      ['icon-192.png', /^image\/png/],
    ] as const) {
      const headers = await headersOf(name);
      expect({ name, kept: headers['cache-control'] }).toEqual({ name, kept: 'no-cache' });
      expect(headers['content-type']).toMatch(type);
      expect(headers['service-worker-allowed']).toBeUndefined();
    }
    expect(policy(await headersOf('service-worker.js'))).toBe(
      "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; script-src 'self'; connect-src 'self'",
    );
    expect((await headersOf('main-ABC.js'))['cache-control']).toBe('public, max-age=31536000, immutable');
    const page = await headersOf('');
    expect(policy(page)).toContain("manifest-src 'self'");
    expect(page['cache-control']).toBe('no-store');
  });

  it('open redirect after booking: where a link asks to return to is ignored', async () => {
    for (const target of ['//evil.example', 'https:evil.example', '/\\evil', 'javascript:alert(1)']) {
      const query = `?return=${encodeURIComponent(target)}&next=${encodeURIComponent(target)}`;
      expect((await app.get(`${PAGE}${query}`)).status).toBe(200);
      const { status, headers } = await app.send('POST', `${PAGE}${query}`, { form: formOf(aStart()) });
      expect({ status, location: headers['location'] }).toEqual({
        status: 303,
        location: expect.stringMatching(/^\/fr\/m\/demo\/[\w-]+\/[\w-]{22}\?booked$/),
      });
    }
  });

  it('book without scripts, and give back what was typed with every refusal', async () => {
    const start = aStart();
    expect((await app.send('POST', PAGE, { form: formOf(start) })).status).toBe(303);
    const refusals = [
      [formOf(aStart(), { email: 'nobody' }), 400],
      [formOf(start, { lastName: 'Typed' }), 409],
      [formOf('2027-01-16T09:00:00Z', { lastName: 'Typed' }), 422],
    ] as const;
    for (const [form, status] of refusals) {
      const reply = await app.send('POST', PAGE, { form });
      expect(reply.status).toBe(status);
      expect(reply.headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      });
      expect(reply.text).toContain(JSON.stringify(form['email']));
    }
    const before = await app.counts();
    expect((await app.send('POST', PAGE, { form: formOf(aStart(), { duration: '600' }) })).status).toBe(400);
    expect(
      (
        await app.send('POST', PAGE, {
          raw: 'start=a&start=b',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        })
      ).status,
    ).toBe(400);
    expect(await app.counts()).toEqual(before);
  });

  it('lead a second click, and one after going back, to what the first one booked; once called off, a wish is new', async () => {
    const form = formOf(aStart());
    const booked = await Promise.all([1, 2].map(() => app.send('POST', PAGE, { form })));
    booked.push(await app.send('POST', PAGE, { form }));
    const locations = booked.map(({ status, headers }) => `${status} ${String(headers['location'])}`);
    expect(locations).toEqual([locations[0], locations[0], locations[0]]);
    expect(locations[0]).toMatch(/^303 .*\?booked$/);
    expect((await app.send('POST', PAGE, { form: { ...form, lastName: 'Somebody' } })).status).toBe(409);
    // The same words in another's request open nothing.
    const { consent: _consent, ...wish } = form;
    const api = await app.post('/api/public/demo/lea/bookings', { ...wish, consent: true, language: 'fr' });
    expect(api.status).toBe(409);

    const path = String(booked[0]?.headers['location']).split('?')[0] ?? '';
    await app.send('POST', path, { form: { act: 'cancel' } });
    const { status, headers } = await app.send('POST', PAGE, { form });
    expect(status).toBe(303);
    expect(headers['location']).not.toContain(path);
  });

  it('keep a manage link to themselves, and act only when posted to', async () => {
    const path = await managed();
    const { status, headers } = await app.get(path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });

    const moved = await app.send('POST', path, { form: { act: 'move', start: aStart() } });
    expect({ status: moved.status, location: moved.headers['location'] }).toEqual({
      status: 303,
      location: `${path}?moved`,
    });
    const cancelled = await app.send('POST', path, { form: { act: 'cancel' } });
    expect(cancelled.headers['location']).toBe(`${path}?cancelled`);
    expect((await app.send('POST', path, { form: { act: 'move', start: aStart() } })).status).toBe(409);
    expect((await app.send('POST', path, { form: { act: 'destroy' } })).status).toBe(400);
    const wrong = await app.send('POST', `${path.slice(0, -2)}AA`, { form: { act: 'erase' } });
    expect({ status: wrong.status, type: wrong.headers['content-type'] }).toEqual({
      status: 404,
      type: 'text/html; charset=utf-8',
    });
    expect((await app.send('POST', path, { form: { act: 'erase' } })).status).toBe(200);
    expect((await app.get(path)).status).toBe(404);
  });

  it('write addresses with the configured host, whatever host a request names', async () => {
    const evil = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' };
    expect((await app.get(PAGE, { headers: evil })).text).toContain(`"publicUrl":"${ORIGIN}"`);
    for (const path of [PAGE, '/fr/c/demo', '/c/demo', '/', '/fr/nowhere']) {
      const { text, headers } = await app.get(path, { headers: evil });
      expect(`${text} ${String(headers['location'])}`).not.toContain('evil.example');
    }
    const session = await app.signIn('lea@demo.example');
    const feed = (await app.get('/api/feed', { session, headers: evil })).body as unknown as { url: string };
    expect(feed.url).toMatch(/^(https|webcal):\/\/visavis\.example\//);
  });

  it('lead from a former slug to the present one, with everything else the address says; old links in letters still open', async () => {
    const path = await managed();
    await app.rows(`UPDATE practice_address SET current = false WHERE slug = 'demo'`);
    await app.rows(
      `INSERT INTO practice_address SELECT 'demo-today', practice_id, true FROM practice_address WHERE slug = 'demo'`,
    );
    await app.rows(
      `INSERT INTO supervisor_former_slug (practice_id, id, slug, supervisor_id)
       SELECT practice_id, gen_random_uuid(), slug, id FROM supervisor WHERE slug = 'lea'
         AND practice_id = (SELECT practice_id FROM practice_address WHERE slug = 'demo-today')`,
    );
    await app.rows(
      `UPDATE supervisor SET slug = 'lea-today' WHERE slug = 'lea'
       AND practice_id = (SELECT practice_id FROM practice_address WHERE slug = 'demo-today')`,
    );
    app.now += 60_000; // longer than names are remembered
    const lead = async (url: string) => {
      const { status, headers } = await app.get(url);
      return [status, headers['location']];
    };
    expect(await lead('/en/c/demo?utm_source=x')).toEqual([301, '/en/c/demo-today?utm_source=x']);
    expect(await lead('/fr/c/demo/privacy')).toEqual([301, '/fr/c/demo-today/privacy']);
    expect(await lead('/c/demo')).toEqual([302, '/fr/c/demo-today']);
    expect(await lead(`${PAGE}?embed=1`)).toEqual([301, '/fr/c/demo-today/lea-today?embed=1']);
    expect(await lead('/fr/c/demo-today/lea')).toEqual([301, '/fr/c/demo-today/lea-today']);
    expect(await lead('/fr/c/demo-today/lea-today')).toEqual([200, undefined]);
    expect((await app.get(path)).status).toBe(200);
    const booked = await app.post('/api/public/demo/lea/bookings', aWish(aStart()));
    expect(booked.status).toBe(201);
    expect(booked.body.managePath).toContain('/demo-today/');
  });

  it('offer to move to everything that a move takes: a call leaves itself out, of what is busy and of the cap', async () => {
    await app.rows(`UPDATE offer SET max_per_day = 1, buffer_before_min = 30, buffer_after_min = 30`);
    await app.rows(`UPDATE calendar SET version = version + 1`);
    const form = formOf('2027-02-09T10:00:00Z');
    const path = String((await app.send('POST', PAGE, { form })).headers['location']).split('?')[0] ?? '';
    const page = JSON.parse(/<script[^>]*>(.*)<\/script>/s.exec((await app.get(path)).text)?.[1] ?? '{}') as {
      slots: { days: Record<string, number[]> };
    };
    const offered = page.slots.days['2027-02-09'] ?? [];
    expect(offered).toEqual([480, 510, 540, 570, 600, 630, 660, 690, 720, 750, 780, 810, 840, 870, 900, 930]);
    for (const minute of [570, 600, 930, 480]) {
      const start = new Date(Date.parse('2027-02-09') + minute * 60_000).toISOString();
      expect((await app.send('POST', path, { form: { act: 'move', start } })).status).toBe(303);
    }
    expect((await app.get('/api/public/demo/lea/slots?from=2027-02-09&days=1')).body['days']).toEqual({});
  });
});
