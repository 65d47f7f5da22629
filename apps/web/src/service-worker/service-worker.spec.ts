import { answerDocument } from './answer-document';
import { answerFrom } from './answer-from';
import { belongsTo } from './belongs-to';
import { pageVersion } from './page-version';
import { outlivedVersions, versionName } from './shell';

const SCOPE = 'https://visavis.example/app/fr/';

describe('what the service worker answers', () => {
  const from = (url: string, more: Partial<Pick<Request, 'method' | 'mode'>> = {}) =>
    answerFrom({ method: 'GET', mode: 'cors', url, ...more }, SCOPE);

  it.each(['', 'journal', 'journal/new', 'week?date=2026-11-27', 'sign-in?back=/a.b', 'new-password/a/b#c'])(
    'is the document of every page: %j',
    (path) => expect(from(SCOPE + path, { mode: 'navigate' })).toBe('document'),
  );

  it.each([
    'chunk-D6AgvHAW.js',
    'chunk-_heSlu2h.js',
    'worker-QKOPXLWH.js',
    'styles-6FUF6H2I.css',
    'media/source-serif-4-latin-400-normal-IDFWSPAZ.woff2',
  ])('is a file whose name says what is inside: %s', (name) => {
    expect(from(SCOPE + name)).toBe('kept');
    expect(from(`${SCOPE}${name}?changed`)).toBe('network');
  });

  it.each([
    'https://visavis.example/api/session',
    'https://visavis.example/api/vault/entries?after=1',
    'https://visavis.example/app/en/main-YTEDO4CN.js',
    'https://visavis.example/fr/c/tilleuls',
    'https://elsewhere.example/app/fr/main-YTEDO4CN.js',
    `${SCOPE}service-worker.js`,
    `${SCOPE}manifest.webmanifest`,
    `${SCOPE}icon-192.png`,
    `${SCOPE}api/session`,
  ])('is nothing else: %s', (address) => expect(from(address)).toBe('network'));

  it('is never anything written', () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD'])
      expect(from(SCOPE, { method, mode: 'navigate' })).toBe('network');
  });

  it('is no file that somebody opens as a page', () => {
    expect(from(`${SCOPE}main-YTEDO4CN.js`, { mode: 'navigate' })).toBe('network');
  });
});

describe('the document of a page', () => {
  const copy = new Response('copy');
  const answer = (fromNetwork: () => Promise<Response>, fromDevice: Response | undefined = copy) =>
    answerDocument({ fromNetwork, fromDevice: async () => fromDevice, patience: 20 });

  it.each([200, 302, 404, 429, 500])(
    'comes from the server whenever it answers, also with %d',
    async (status) => {
      const sent = new Response(null, { status });
      expect(await answer(async () => sent)).toBe(sent);
    },
  );

  it('comes from this device when nobody answers, or not soon', async () => {
    expect(await answer(() => Promise.reject(new TypeError('no network')))).toBe(copy);
    expect(await answer(() => new Promise(() => undefined))).toBe(copy);
  });

  it.each([502, 503, 504])(
    'comes from this device when what stands before the server says %d',
    async (status) => {
      expect(await answer(async () => new Response(null, { status }))).toBe(copy);
    },
  );

  it('is waited for when this device has none', async () => {
    const late = new Response('late');
    const slowly = () => new Promise<Response>((resolve) => setTimeout(resolve, 60, late));
    expect(
      await answerDocument({ fromNetwork: slowly, fromDevice: async () => undefined, patience: 5 }),
    ).toBe(late);
    await expect(
      answerDocument({
        fromNetwork: () => Promise.reject(new TypeError('no network')),
        fromDevice: async () => undefined,
        patience: 5,
      }),
    ).rejects.toThrow('no network');
  });
});

describe('a version of the client', () => {
  const MAIN = 'main-YTEDO4CN.js';

  it('goes when no page of it is open any more, and only of this language', () => {
    const caches = [
      'visavis-fr-main-A.js',
      'visavis-fr-main-B.js',
      'visavis-fr-main-C.js',
      'visavis-en-main-A.js',
      'x',
    ];
    const held = ['visavis-fr-main-B.js', 'visavis-journal-1'];
    expect(outlivedVersions(caches, { language: 'fr', main: 'main-C.js' }, held)).toEqual([
      'visavis-fr-main-A.js',
    ]);
  });

  it('is named alike by the page and by its service worker', () => {
    const page = new DOMParser().parseFromString(
      `<html lang="en"><body><script src="polyfills-3QCHNCOH.js"></script><script src="${MAIN}"></script></body></html>`,
      'text/html',
    );
    expect(pageVersion(page)).toBe(versionName('en', MAIN));
    expect(
      pageVersion(new DOMParser().parseFromString('<script src="main.js"></script>', 'text/html')),
    ).toBeNull();
  });

  it('takes no document of another version, no failure and nothing that led elsewhere', async () => {
    const page = (main: string) => new Response(`<script src="${main}" type="module"></script>`);
    expect(await belongsTo(MAIN, true, page(MAIN))).toBe(true);
    expect(await belongsTo(MAIN, true, page('main-OTHER123.js'))).toBe(false);
    expect(await belongsTo(MAIN, false, new Response('export {}'))).toBe(true);
    expect(await belongsTo(MAIN, false, new Response('', { status: 404 }))).toBe(false);
    const led = new Response('export {}');
    Object.defineProperty(led, 'redirected', { value: true });
    expect(await belongsTo(MAIN, false, led)).toBe(false);
  });
});
