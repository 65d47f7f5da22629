import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';

/** What `libs/sealing` measures of itself. */
interface SealingFigures {
  readonly unlockMs: number;
  readonly firstOpeningMs: number;
  readonly laterOpeningMs: number;
}
interface SealingBundle {
  measureSealing(rounds: number): Promise<SealingFigures>;
}

const root = join(import.meta.dirname, '../..');
const outfile = join(root, 'dist/bench/sealing.mjs');

/** Median milliseconds in Chromium, where people open their journal. */
export async function benchSealing(rounds = 9): Promise<SealingFigures> {
  await bundle();
  const script = await readFile(outfile);
  // Loopback is a secure context: WebCrypto is there, as behind TLS.
  const server = createServer((request, response) => {
    const isScript = request.url === '/sealing.mjs';
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
      // A name in a variable: this runs in the page, whose server has the file.
      const name = '/sealing.mjs';
      return ((await import(name)) as SealingBundle).measureSealing(count);
    }, rounds);
  } finally {
    await browser.close();
    server.close();
  }
}

/** The same in Node: what the two differ in is the browser's, not the library's. */
export async function benchSealingInNode(rounds = 9): Promise<SealingFigures> {
  await bundle();
  return ((await import(pathToFileURL(outfile).href)) as SealingBundle).measureSealing(rounds);
}

async function bundle(): Promise<void> {
  await build({
    entryPoints: [join(root, 'libs/sealing/src/testing/measure-sealing.ts')],
    tsconfig: join(root, 'tsconfig.base.json'),
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    // Of Node, only by name and only where WebCrypto is missing: no browser asks for it.
    external: ['crypto', 'node:crypto'],
    logLevel: 'error',
  });
}

if (import.meta.main) {
  console.table({ Chromium: await benchSealing(), Node: await benchSealingInNode() });
}
