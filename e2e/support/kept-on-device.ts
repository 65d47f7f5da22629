import { expect, type Page } from '@playwright/test';

/** Waits until the service worker has laid everything down that a start without a network needs. */
export async function shellIsKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 30_000,
  });
  // Charts and PDF come last.
  await expect.poll(async () => (await keptVersions(page)).length, { timeout: 20_000 }).toBe(1);
}

/** Names of the versions that are kept. */
export function keptVersions(page: Page): Promise<string[]> {
  return page.evaluate(() => caches.keys());
}

/** Everything in Cache Storage: addresses, and what was answered. */
export function readCaches(page: Page): Promise<{ readonly address: string; readonly body: string }[]> {
  return page.evaluate(async () => {
    const found = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        const response = await cache.match(request);
        found.push({ address: request.url, body: (await response?.text()) ?? '' });
      }
    }
    return found;
  });
}

/** Everything in IndexedDB, bytes as latin letters. */
export function readDatabases(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const all: string[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await done(indexedDB.open(name ?? ''));
      for (const store of database.objectStoreNames)
        for (const row of await done(database.transaction(store).objectStore(store).getAll()))
          all.push(
            JSON.stringify(row, (_, value: unknown) =>
              value instanceof Uint8Array ? String.fromCharCode(...value) : value,
            ),
          );
      database.close();
    }
    return all.join('\n');
  });
}
