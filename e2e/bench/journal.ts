import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';

/** What the journal's worker measures of itself. */
interface JournalFigures {
  readonly indexMs: number;
  readonly longestSliceMs: number;
  readonly searchMs: number;
  readonly slowestSearchMs: number;
  readonly insightsMs: number;
}
interface JournalBundle {
  measureJournal(rounds: number): Promise<JournalFigures>;
}

const root = join(import.meta.dirname, '../..');
const outfile = join(root, 'dist/bench/journal.mjs');

/** Searching and counting over a thousand bids, in Chromium. */
export async function benchJournal(rounds = 9): Promise<JournalFigures> {
  await build({
    entryPoints: [join(root, 'apps/web/src/app/journal/vault/worker/testing/measure-journal.ts')],
    tsconfig: join(root, 'tsconfig.base.json'),
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    external: ['crypto', 'node:crypto'],
    logLevel: 'error',
  });
  const script = await readFile(outfile);
  const server = createServer((request, response) => {
    const isScript = request.url === '/journal.mjs';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script : '<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath =
    process.env['CHROMIUM_PATH'] ??
    ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((path) => existsSync(path));
  if (executablePath === undefined) throw new Error('no Chromium found; set CHROMIUM_PATH');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await page.evaluate(async (count) => {
      const name = '/journal.mjs';
      return ((await import(name)) as JournalBundle).measureJournal(count);
    }, rounds);
  } finally {
    await browser.close();
    server.close();
  }
}

/** Brotli kilobytes of the worker, all cryptography, search and figures in it; the client must be built. */
export function workerKilobytes(): number {
  const folder = join(root, 'dist/apps/web/browser/fr');
  const name = readdirSync(folder).find((file) => /^worker-.*\.js$/.test(file));
  if (name === undefined) throw new Error('the client is not built');
  return brotliCompressSync(readFileSync(join(folder, name))).length / 1000;
}

if (import.meta.main) console.table({ ...(await benchJournal()), workerKilobytes: workerKilobytes() });
