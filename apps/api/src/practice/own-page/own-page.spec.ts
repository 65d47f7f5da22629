import { aStart, aWish } from '../../testing/a-practice';
import { WholeApp } from '../../testing/whole-app';

const INTRODUCTION = { fr: 'Je supervise des coachs.\nDepuis dix ans.', en: 'I supervise coaches.' };

describe('a supervisor’s own page', () => {
  let app: WholeApp;
  let lea: string;
  let sam: string;

  beforeAll(async () => {
    app = await WholeApp.start('own_page');
    [lea, sam] = [await app.signIn('lea@demo.example'), await app.signIn('sam@demo.example')];
  });

  afterAll(() => app.stop());

  const put = (session: string, body: object) => app.send('PUT', '/api/own-page', { session, body });
  const page = async (path: string) => {
    const { status, headers, text } = await app.get(path);
    return { status, location: headers['location'], text };
  };

  it('says what was written, at once and in both languages, also where the page was kept ready', async () => {
    expect((await page('/fr/c/demo/lea')).text).toContain('"introduction":"Bonjour"');
    const { status, body } = await put(lea, { slug: 'lea', introduction: INTRODUCTION });
    expect({ status, body }).toEqual({
      status: 200,
      body: { slug: 'lea', introduction: INTRODUCTION, formerSlugs: [] },
    });
    expect((await page('/fr/c/demo/lea')).text).toContain(JSON.stringify(INTRODUCTION.fr));
    expect((await page('/en/c/demo/lea')).text).toContain(JSON.stringify(INTRODUCTION.en));
    expect((await page('/fr/c/demo/sam')).text).toContain('"introduction":"Bonjour"');
    expect((await app.get('/api/own-page', { session: lea })).body).toEqual(body);
    expect(await app.rows(`SELECT actor FROM audit_event WHERE act = 'own-page-changed'`)).toEqual([
      { actor: 'member' },
    ]);
  });

  it('moves to another address, and every link that was given out leads there', async () => {
    const { body: feed } = await app.get('/api/feed', { session: lea });
    const booked = await app.post('/api/public/demo/lea/bookings', aWish(aStart()));
    expect((await put(lea, { slug: 'lea-roche', introduction: INTRODUCTION })).body).toMatchObject({
      slug: 'lea-roche',
      formerSlugs: ['lea'],
    });
    expect(await page('/fr/c/demo/lea?embed=1')).toMatchObject({
      status: 301,
      location: '/fr/c/demo/lea-roche?embed=1',
    });
    expect(await page('/fr/c/demo/lea-roche')).toMatchObject({ status: 200 });
    expect(await page(booked.body.managePath)).toMatchObject({ status: 200 });
    expect(await page(new URL((feed as unknown as { url: string }).url).pathname)).toMatchObject({
      status: 200,
    });
    expect((await app.post('/api/public/demo/lea/bookings', aWish(aStart()))).status).toBe(201);
  });

  it('goes back to an address it had', async () => {
    const { body } = await put(lea, { slug: 'lea', introduction: INTRODUCTION });
    expect(body).toMatchObject({ slug: 'lea', formerSlugs: ['lea-roche'] });
    expect(await page('/fr/c/demo/lea-roche')).toMatchObject({ status: 301, location: '/fr/c/demo/lea' });
  });

  it.each(['lea', 'lea-roche'])('does not take the address that another has or had: %s', async (slug) => {
    const before = await app.everything();
    expect((await put(sam, { slug, introduction: INTRODUCTION })).body).toMatchObject({
      status: 409,
      reason: 'slug-taken',
    });
    expect(await app.everything()).toEqual(before);
  });

  it('gives one address to one of two who want it at once', async () => {
    const wish = { slug: 'the-same', introduction: INTRODUCTION };
    const statuses = (await Promise.all([put(lea, wish), put(sam, wish)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
  });

  it.each([
    ['slug', { slug: 'privacy' }, 'not-accepted'],
    ['slug', { slug: 'Léa' }, 'invalid-address'],
    ['slug', { slug: 'x' }, 'too-short'],
    ['introduction.fr', { introduction: { fr: 'x'.repeat(2001), en: '' } }, 'too-long'],
    ['introduction.en', { introduction: { fr: '', en: 'a\u0000' } }, 'control-characters'],
    ['introduction.de', { introduction: { fr: '', en: '', de: '' } }, 'unknown-field'],
    ['name', { name: 'Somebody else' }, 'unknown-field'],
  ])('names %s when it cannot be: %j', async (field, over, code) => {
    const before = await app.everything();
    expect((await put(lea, { slug: 'lea', introduction: INTRODUCTION, ...over })).body).toMatchObject({
      status: 400,
      errors: [{ field, code }],
    });
    expect(await app.everything()).toEqual(before);
  });
});
