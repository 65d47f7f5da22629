import type { Page } from '@playwright/test';

export interface Loading {
  requests: number;
  /** Over the wire, compressed, with headers; bytes. */
  bytes: number;
  scriptBytes: number;
  /** Address and bytes of everything loaded, for whoever has to find the heavy one. */
  parts: Record<string, number>;
  /** Cumulative layout shift, as browsers count it. */
  layoutShift: number;
}

/** Opens an address with an empty cache and counts what that costs a visitor. */
export async function measureLoading(page: Page, address: string): Promise<Loading> {
  const loading: Loading = { requests: 0, bytes: 0, scriptBytes: 0, parts: {}, layoutShift: 0 };
  const scripts = new Set<string>();
  const addresses = new Map<string, string>();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.clearBrowserCache');
  devtools.on('Network.requestWillBeSent', ({ requestId, request }) => {
    addresses.set(requestId, request.url);
    if (!request.url.startsWith('data:')) loading.requests++;
  });
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    loading.bytes += encodedDataLength;
    loading.parts[addresses.get(requestId) ?? requestId] = encodedDataLength;
    if (scripts.has(requestId)) loading.scriptBytes += encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  loading.layoutShift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (entry as unknown as { value: number }).value, 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true });
        // The observer stays silent when there was no shift at all.
        setTimeout(() => resolve(0), 300);
      }),
  );
  await devtools.detach();
  return loading;
}
