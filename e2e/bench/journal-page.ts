import type { Page } from '@playwright/test';

/** How long the page waited for an answer of its worker. */
export interface Asked {
  readonly ask: string;
  readonly ms: number;
  /** Epoch milliseconds. */
  readonly answeredAt: number;
}

interface Noted {
  readonly asked: Asked[];
  /** Tasks of the main thread over 50 ms: when they began, and how long they took. */
  readonly long: { readonly at: number; readonly ms: number }[];
}

/** From now on every page notes what it asks its worker, and when its main thread was busy. */
export async function noteWhatIsAsked(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const noted: Noted = { asked: [], long: [] };
    Object.assign(globalThis, { noted });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        noted.long.push({ at: performance.timeOrigin + startTime, ms: duration });
    }).observe({ type: 'longtask', buffered: true });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { id?: number; ask?: string }) {
      const { id, ask } = message;
      const begun = performance.now();
      const hear = ({ data }: MessageEvent<{ id?: number }>) => {
        if (ask === undefined || data.id !== id) return;
        this.removeEventListener('message', hear);
        const now = performance.now();
        noted.asked.push({ ask, ms: now - begun, answeredAt: performance.timeOrigin + now });
      };
      this.addEventListener('message', hear);
      post.call(this, message);
    };
  });
}

export function readNotes(page: Page): Promise<Noted> {
  return page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted);
}

/** Waits until the worker answered this, and says how long that took. */
export async function untilAnswered(page: Page, ask: string): Promise<Asked> {
  await page.waitForFunction(
    (wanted) =>
      (globalThis as unknown as { noted: Noted }).noted.asked.some(({ ask: each }) => each === wanted),
    ask,
    { timeout: 60_000 },
  );
  const { asked } = await readNotes(page);
  return asked.findLast((each) => each.ask === ask) as Asked;
}

/** Another page of the client, without loading the client again. */
export async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((wanted) => {
    history.pushState({}, '', wanted);
    dispatchEvent(new PopStateEvent('popstate', { state: {} }));
  }, path);
  await page.waitForLoadState('networkidle');
}
