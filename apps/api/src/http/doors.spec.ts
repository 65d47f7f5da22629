import { Clock } from '../clock/clock';
import { aStart, aWish, ORIGIN, PASSWORD } from '../testing/a-practice';
import { WholeApp } from '../testing/whole-app';

const BOOKINGS = '/api/public/demo/lea/bookings';

describe('the HTTP door', () => {
  let app: WholeApp;

  beforeAll(async () => {
    app = await WholeApp.start('doors', { RATE_READS_PER_MINUTE: '50' });
  });

  afterAll(() => app.stop());

  const signIn = { email: 'lea@demo.example', password: PASSWORD };
  const without = (origin: Readonly<Record<string, string>>) =>
    app.nest.inject({
      method: 'POST',
      url: BOOKINGS,
      headers: { 'content-type': 'application/json', ...origin },
      payload: JSON.stringify(aWish(aStart())),
    });

  it('cookie attributes: the session is out of reach of scripts, other hosts and plain HTTP', async () => {
    const { headers } = await app.post('/api/session', signIn);
    const [pair, ...attributes] = String(headers['set-cookie']).split('; ');
    expect(pair).toMatch(/^__Host-session=[\w-]{43}$/);
    expect(attributes.sort()).toEqual(['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('CSRF: cross-site POST: is refused whatever it looks like, and nothing happens', async () => {
    const session = await app.signIn(signIn.email);
    const before = [await app.counts(), await app.everything()];
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: `${ORIGIN}.evil.example` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      for (const path of ['/api/blocks', '/api/session', BOOKINGS, '/fr/c/demo/lea']) {
        expect((await app.post(path, {}, { session, headers })).body).toMatchObject({
          status: 403,
          reason: 'cross-site',
        });
      }
      expect((await app.send('DELETE', '/api/session', { session, headers })).status).toBe(403);
    }
    expect(
      (
        await app.nest.inject({
          method: 'DELETE',
          url: '/api/session',
          headers: { cookie: `__Host-session=${session}` },
        })
      ).statusCode,
    ).toBe(403);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
    ]) {
      expect(
        (await app.post('/api/blocks', undefined, { raw: '{}', session, headers: { 'content-type': type } }))
          .status,
      ).toBe(415);
    }
    expect([await app.counts(), await app.everything()]).toEqual(before);
  });

  it('a reply of the API is never shown by a browser: refused as a part of a page, saved when it is opened', async () => {
    const session = await app.signIn(signIn.email);
    for (const wanted of ['iframe', 'frame', 'object', 'embed', 'script', 'style', 'image', 'worker']) {
      for (const path of ['/api/session', '/api/public/demo/lea/slots'])
        expect((await app.get(path, { session, headers: { 'sec-fetch-dest': wanted } })).status).toBe(403);
    }
    const saved = async (path: string) =>
      (await app.get(path, { session, headers: { 'sec-fetch-dest': 'document' } })).headers[
        'content-disposition'
      ];
    expect(await saved('/api/session')).toBe('attachment; filename="visavis.json"');
    expect(await saved('/api/public/demo/lea/slots')).toBe('attachment; filename="visavis.json"');
    const fetched = await app.get('/api/session', { session, headers: { 'sec-fetch-dest': 'empty' } });
    expect([fetched.status, fetched.headers['content-disposition']]).toEqual([200, undefined]);
    expect((await app.get('/fr/c/demo', { headers: { 'sec-fetch-dest': 'iframe' } })).status).toBe(200);
  });

  it('URL-encoded path: another spelling of an address leads past none of that', async () => {
    for (const path of ['/%61pi/public/demo', '/ap%69/public/demo', '/%61%70%69/public/demo']) {
      const asScript = await app.get(path, { headers: { 'sec-fetch-dest': 'script' } });
      expect({ path, status: asScript.status }).toEqual({ path, status: 403 });
      const asPage = await app.get(path, { headers: { 'sec-fetch-dest': 'document' } });
      expect(asPage.headers).toMatchObject({
        'cache-control': 'no-store',
        'content-disposition': 'attachment; filename="visavis.json"',
      });
    }
    expect((await app.send('POST', '/%61pi/session', { form: { email: 'lea@demo.example' } })).status).toBe(
      415,
    );
    expect((await app.get('/%65n/c/demo')).text).toContain('"language":"en"');
  });

  it('no other site may read an answer, and nobody is told what broke', async () => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await app.send(method, '/api/public/demo', {
        headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
      });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
    const clock = app.nest.get(Clock);
    const { now } = clock;
    clock.now = () => {
      throw new Error('SELECT secret FROM credential');
    };
    try {
      const reply = await app.get('/api/session', { session: 'B'.repeat(43) });
      expect([reply.status, reply.body.reason]).toEqual([500, 'failed']);
      expect(reply.text).not.toMatch(/SELECT|secret|\bat /);
    } finally {
      clock.now = now;
    }
  });

  it('lets a caller in that is no browser: without an origin and without a cookie', async () => {
    expect((await without({})).statusCode).toBe(201);
    expect((await without({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201);
    expect((await without({ cookie: 'theme=dark' })).statusCode).toBe(403);
  });

  it('session fixation: a cookie set before signing in opens nothing afterwards', async () => {
    const planted = 'B'.repeat(43);
    const { headers } = await app.post('/api/session', signIn, { session: planted });
    expect(String(headers['set-cookie'])).not.toContain(planted);
    expect((await app.get('/api/session', { session: planted })).status).toBe(401);
  });

  it('logout replay: the copied cookie is dead', async () => {
    const session = await app.signIn(signIn.email);
    expect((await app.get('/api/session', { session })).status).toBe(200);
    expect((await app.send('DELETE', '/api/session', { session })).status).toBe(204);
    expect((await app.get('/api/session', { session })).status).toBe(401);
  });

  it('answers every refusal as a problem document that nobody keeps', async () => {
    for (const path of [
      '/api/nothing',
      '/api/public/nobody',
      '/api/appointments',
      '/api/public/demo/lea/slots?days=x',
      '/api/public/%ff',
      '/fr/c/%c0%af',
    ]) {
      const { status, headers, body } = await app.get(path);
      expect(headers).toMatchObject({
        'content-type': expect.stringContaining('application/problem+json'),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      });
      expect(body).toMatchObject({ status, type: `urn:visavis:${body.reason}` });
    }
  });

  it('sends what helmet sends with every reply, refusals included', async () => {
    for (const path of ['/api/public/demo', '/api/public/demo/lea/slots', '/api/appointments', '/nowhere']) {
      const { headers } = await app.get(path);
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'origin-agent-cluster': '?1',
        'referrer-policy': 'strict-origin-when-cross-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
        'x-content-type-options': 'nosniff',
        'x-dns-prefetch-control': 'off',
        'x-download-options': 'noopen',
        'x-permitted-cross-domain-policies': 'none',
        'x-xss-protection': '0',
      });
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  it('says when to come back to who asks too often, and lets others go on', async () => {
    const replies = [];
    for (let i = 0; i < 51; i++)
      replies.push(await app.get('/api/public/demo/lea/slots', { address: '203.0.113.9' }));
    expect(replies.map(({ status }) => status)).toEqual([...Array<number>(50).fill(200), 429]);
    expect(Number(replies[50]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await app.get('/api/public/demo/lea/slots', { address: '203.0.113.10' })).status).toBe(200);
  });

  it('counts a network as well as its addresses', async () => {
    const ask = async (host: number) =>
      (await app.get('/api/public/demo/lea/slots', { address: `198.51.100.${host}` })).status;
    const neighbours = Array.from({ length: 200 }, (_, index) => 1 + (index % 5));
    for (const host of neighbours) expect(await ask(host)).toBe(200);
    expect(await ask(6)).toBe(429);
  });

  it('believes no header about where a request comes from unless the operator names the proxy', async () => {
    const forged = (i: number) => ({
      address: '203.0.113.20',
      headers: { 'x-forwarded-for': `198.51.100.${i}` },
    });
    let last = 0;
    for (let i = 0; i < 51; i++) last = (await app.get('/api/public/demo/lea/slots', forged(i))).status;
    expect(last).toBe(429);
  });
});
