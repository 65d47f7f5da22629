import type { PageData } from '@visavis/booking';
import { aStart, aWish } from '../../testing/a-practice';
import { WholeApp } from '../../testing/whole-app';

const MOTTO = { fr: 'Prendre du recul', en: 'Step back' };

describe('what an owner sets of the public pages', () => {
  let app: WholeApp;
  let owner: string;
  let number = 0;

  beforeAll(async () => {
    app = await WholeApp.start('practice_face');
    owner = await app.signIn('lea@demo.example', { proven: true });
  });

  beforeEach(() => set({ accent: 'lagoon', motto: { fr: '', en: '' }, languages: ['fr', 'en'] }));
  afterAll(() => app.stop());

  async function set(over: object): Promise<void> {
    const {
      slug: _slug,
      erasure: _erasure,
      ...wish
    } = JSON.parse((await app.get('/api/practice', { session: owner })).text) as Record<string, unknown>;
    const reply = await app.send('PUT', '/api/practice', { body: { ...wish, ...over }, session: owner });
    expect(reply.status).toBe(200);
  }

  async function pageAt(path: string): Promise<PageData> {
    const { status, text } = await app.get(path);
    expect({ path, status }).toEqual({ path, status: 200 });
    return JSON.parse(/<script type="application\/json">(.*)<\/script>/.exec(text)?.[1] ?? '') as PageData;
  }

  async function managed(): Promise<string> {
    const { consent: _consent, language: _language, ...wish } = aWish(aStart());
    const { headers } = await app.send('POST', '/fr/c/demo/lea', { form: { ...wish, consent: 'on' } });
    return String(headers['location']).split('?')[0] ?? '';
  }

  it('shows at once on every page, also on one that was kept ready', async () => {
    const pages = ['/fr/c/demo', '/fr/c/demo/lea', '/fr/c/demo/first-available', '/fr/c/demo/privacy'];
    pages.push(await managed());
    for (const path of pages) expect(await pageAt(path)).toMatchObject({ accent: 'lagoon' });

    await set({ accent: 'plum', motto: MOTTO });

    for (const path of pages) expect(await pageAt(path)).toMatchObject({ accent: 'plum' });
    for (const path of pages.slice(0, 3)) expect(await pageAt(path)).toMatchObject({ motto: MOTTO.fr });
    expect(await pageAt('/en/c/demo/lea')).toMatchObject({ motto: MOTTO.en });
    expect((await app.get('/api/public/demo')).body).toMatchObject({
      accent: 'plum',
      motto: MOTTO,
      languages: ['fr', 'en'],
    });
    expect(await pageAt('/fr/c/other/lea')).toMatchObject({ accent: 'lagoon', motto: '' });
  });

  it('offers the one language that a practice speaks, and the address of the other leads there', async () => {
    const manage = (await managed()).replace('/fr/', '/en/');
    expect(await pageAt('/en/c/demo/lea')).toMatchObject({ languages: ['fr', 'en'] });
    await set({ languages: ['fr'] });

    for (const [from, to] of [
      ['/en/c/demo', '/fr/c/demo'],
      ['/en/c/demo/lea?embed=1&timeZone=Asia/Tokyo', '/fr/c/demo/lea?embed=1&timeZone=Asia/Tokyo'],
      ['/en/c/demo/first-available', '/fr/c/demo/first-available'],
      ['/en/c/demo/privacy', '/fr/c/demo/privacy'],
      [manage, manage.replace('/en/', '/fr/')],
    ] as const) {
      const { status, headers } = await app.get(from);
      expect({ from, status, location: headers['location'] }).toEqual({ from, status: 302, location: to });
      expect(await pageAt(to)).toMatchObject({ language: 'fr', languages: ['fr'] });
    }
    for (const path of ['/c/demo', '/c/demo/lea']) {
      const { headers } = await app.get(path, { headers: { 'accept-language': 'en' } });
      expect(headers['location']).toBe(`/fr${path}`);
    }
    expect((await app.get('/en/c/other')).status).toBe(200);
  });

  it('writes to visitors in a language that the practice speaks, whatever was asked for', async () => {
    await set({ languages: ['fr'] });
    const wish = aWish(aStart(), { language: 'en' });
    const { status, body } = await app.post('/api/public/demo/lea/bookings', wish, {
      headers: { 'idempotency-key': `key-${(number += 1)}-0123456789abcdef` },
    });
    expect({ status, language: body.language }).toEqual({ status: 201, language: 'fr' });
    expect(body.managePath).toMatch(/^\/fr\/m\//);
  });
});

describe('a practice that waits for its erasure', () => {
  let app: WholeApp;
  let owner: string;

  beforeAll(async () => {
    app = await WholeApp.start('closing_practice');
    owner = await app.signIn('lea@demo.example', { proven: true });
  });

  afterAll(() => app.stop());

  const book = (wish: object) => app.post('/api/public/demo/lea/bookings', wish);
  const lettersOf = (id: string) =>
    app.rows(`SELECT kind, recipient, state FROM letter WHERE appointment_id = $1 ORDER BY kind, recipient`, [
      id,
    ]);
  const days = async (supervisor: string) =>
    ((await app.get(`/api/public/demo/${supervisor}/slots`)).body as unknown as { days: object }).days;

  it('takes no new call by any door, says so on its pages, and keeps what is booked with its letters', async () => {
    const [first, second] = [aWish(aStart()), aWish(aStart())];
    const booked = await book(first);
    expect(booked.status).toBe(201);
    const letters = await lettersOf(booked.body.id);
    expect(letters.length).toBeGreaterThan(2);
    expect(Object.keys(await days('lea'))).not.toEqual([]);

    const asked = await app.post('/api/practice/erasure', { name: 'Cabinet demo' }, { session: owner });
    expect(asked.status).toBe(202);
    const before = await app.counts();

    expect((await book(second)).body).toMatchObject({ status: 422, reason: 'practice-closing' });
    const { consent: _consent, ...byHand } = aWish(aStart());
    expect((await app.post('/api/appointments', byHand, { session: owner })).body).toMatchObject({
      status: 422,
      reason: 'practice-closing',
    });
    const { consent: _, language: _language, ...form } = second;
    const page = await app.send('POST', '/fr/c/demo/lea', { form: { ...form, consent: 'on' } });
    expect([page.status, page.text.includes('"closing":true')]).toEqual([422, true]);
    expect({ ...(await app.counts()), session: 0 }).toEqual({ ...before, session: 0 });

    for (const supervisor of ['lea', 'first-available']) expect(await days(supervisor)).toEqual({});
    for (const path of ['/fr/c/demo', '/en/c/demo/lea', '/fr/c/demo/first-available'])
      expect((await app.get(path)).text).toContain('"closing":true');
    expect((await app.get('/api/public/demo')).body).toMatchObject({
      closing: true,
      supervisors: [{ firstFree: null }, { firstFree: null }],
    });

    expect(await lettersOf(booked.body.id)).toEqual(letters);
    const due = await app.rows<{ id: string }>(
      `SELECT letter_id AS id FROM due_letters($1, 100) WHERE letter_id IN (SELECT id FROM letter WHERE appointment_id = $2)`,
      [new Date(app.now + 400 * 86_400_000), booked.body.id],
    );
    expect(due).toHaveLength(letters.length);
    const manage = await app.get(booked.body.managePath);
    expect([manage.status, manage.text.includes('"slots":{')]).toEqual([200, true]);
    expect((await app.get(booked.body.managePath)).status).toBe(200);
  });

  it('books again once an owner thinks better of it', async () => {
    expect((await app.send('DELETE', '/api/practice/erasure', { session: owner })).status).toBe(204);
    expect((await book(aWish(aStart()))).status).toBe(201);
    expect((await app.get('/fr/c/demo/lea')).text).toContain('"closing":false');
  });
});
