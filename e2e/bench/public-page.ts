import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { anyFreePort } from '../../apps/launch/src/free-port.ts';

const RUNS = 3;

/** Weight and Lighthouse (mobile) of the public page, in a real browser: the run with the median LCP. */
export async function measurePage(url: string) {
  const executablePath =
    process.env['CHROMIUM_PATH'] ??
    ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('no Chromium found; set CHROMIUM_PATH');
  const port = await anyFreePort();
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', `--remote-debugging-port=${port}`],
  });
  try {
    const { default: lighthouse } = await import('lighthouse');
    const runs: NonNullable<Awaited<ReturnType<typeof lighthouse>>>['lhr'][] = [];
    for (let n = 0; n < RUNS; n++) {
      const run = await lighthouse(url, {
        port,
        output: 'json',
        logLevel: 'error',
        formFactor: 'mobile',
        throttlingMethod: 'simulate',
      });
      if (run === undefined) throw new Error('Lighthouse answered nothing');
      runs.push(run.lhr);
    }
    const lcpOf = ({ audits }: (typeof runs)[number]) =>
      audits['largest-contentful-paint']?.numericValue ?? 99_000;
    const middle = runs.toSorted((a, b) => lcpOf(a) - lcpOf(b))[Math.floor(RUNS / 2)];
    if (middle === undefined) throw new Error('no run');
    const { categories, audits } = middle;
    const requests = (audits['network-requests']?.details as { items?: Item[] } | undefined)?.items ?? [];
    const loaded = requests.filter((item) => !item.url.startsWith('data:'));
    const kilobytes = (items: readonly Item[]) =>
      items.reduce((sum, item) => sum + item.transferSize, 0) / 1000;
    const scripts = loaded.filter((item) => item.resourceType === 'Script');
    const foreign = loaded.filter((item) => new URL(item.url).origin !== new URL(url).origin).length;
    const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
    return [
      {
        measure: 'public page: initial JavaScript, brotli',
        value: kilobytes(scripts),
        unit: 'kB',
        limit: 70,
        better: 'less',
      },
      {
        measure: 'public page: everything',
        value: kilobytes(loaded),
        unit: 'kB',
        limit: 120,
        better: 'less',
      },
      { measure: 'public page: requests', value: loaded.length, unit: 'requests', limit: 8, better: 'less' },
      {
        measure: 'public page: third-party requests',
        value: foreign,
        unit: 'requests',
        limit: 0,
        better: 'less',
      },
      {
        measure: 'public page: CLS',
        value: audits['cumulative-layout-shift']?.numericValue ?? 1,
        unit: 'CLS',
        limit: 0,
        better: 'less',
      },
      {
        measure: 'public page: LCP',
        value: lcpOf(middle) / 1000,
        unit: 's',
        limit: 1.6,
        better: 'less',
      },
      {
        measure: 'Lighthouse mobile: performance',
        value: score('performance'),
        unit: 'score',
        limit: 98,
        better: 'more',
      },
      {
        measure: 'Lighthouse mobile: accessibility',
        value: score('accessibility'),
        unit: 'score',
        limit: 100,
        better: 'more',
      },
      {
        measure: 'Lighthouse mobile: best practices',
        value: score('best-practices'),
        unit: 'score',
        limit: 100,
        better: 'more',
      },
      { measure: 'Lighthouse mobile: SEO', value: score('seo'), unit: 'score', limit: 100, better: 'more' },
    ] as const;
  } finally {
    await browser.close();
  }
}

interface Item {
  readonly url: string;
  readonly transferSize: number;
  readonly resourceType?: string;
}
