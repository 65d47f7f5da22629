import { PrecacheController } from 'workbox-precaching';
import { registerRoute } from 'workbox-routing';
import { answerDocument } from './answer-document';
import { answerFrom } from './answer-from';
import { belongsTo } from './belongs-to';
import { outlivedVersions, type Shell, versionName } from './shell';

declare const self: ServiceWorkerGlobalScope;
/** Put here by the build. */
declare const SHELL: Shell;

const PATIENCE_MILLISECONDS = 4_000;
const { scope } = self.registration;
const version = versionName(SHELL.language, SHELL.main);

const files = new PrecacheController({
  cacheName: version,
  plugins: [
    {
      cacheWillUpdate: async ({ request, response }) =>
        (await belongsTo(SHELL.main, isDocument(request.url), response)) ? response : null,
    },
  ],
});
files.addToCacheList([...SHELL.files]);

self.addEventListener('install', (event) => {
  files.install(event);
  // Nobody has to wait: versions whose pages are still open keep what they are made of.
  void self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([files.activate(event), forgetOutlived(), self.clients.claim()]));
});

self.addEventListener('message', (event) => {
  if (event.data === 'version') event.ports[0]?.postMessage(version);
  if (event.data === 'keep-heavy') event.waitUntil(keepHeavy());
});

registerRoute(
  ({ request }) => answerFrom(request, scope) === 'document',
  ({ request, event }) => {
    event.waitUntil(forgetOutlived());
    return answerDocument({
      fromNetwork: () => fetch(request),
      // With the headers it came with: the nonce in it is the one in its policy.
      fromDevice: () => files.matchPrecache(scope),
      patience: PATIENCE_MILLISECONDS,
    });
  },
);

registerRoute(
  ({ request }) => answerFrom(request, scope) === 'kept',
  // From whichever version has it: a page may be older than this worker.
  async ({ request }) => (await caches.match(request.url, { ignoreVary: true })) ?? fetchFile(request),
);

async function fetchFile(request: Request): Promise<Response> {
  const response = await fetch(request);
  if (SHELL.heavy.includes(request.url.slice(scope.length)) && (await belongsTo(SHELL.main, false, response)))
    await (await caches.open(version)).put(request.url, response.clone());
  return response;
}

async function keepHeavy(): Promise<void> {
  const cache = await caches.open(version);
  for (const name of SHELL.heavy) {
    const address = new URL(name, scope).href;
    if (!(await cache.match(address))) await cache.add(address);
  }
}

async function forgetOutlived(): Promise<void> {
  // What a newer worker lays down is held by no page yet; it clears up itself once it has taken over.
  if (self.registration.installing || self.registration.waiting) return;
  const { held = [] } = await navigator.locks.query();
  const names = held.flatMap(({ name }) => name ?? []);
  for (const name of outlivedVersions(await caches.keys(), SHELL, names)) await caches.delete(name);
}

function isDocument(address: string): boolean {
  const { origin, pathname } = new URL(address);
  return origin + pathname === scope;
}
