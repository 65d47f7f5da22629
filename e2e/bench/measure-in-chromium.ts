import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';

const root = join(import.meta.dirname, '../..');

/** Bundles a module as a browser gets it; answers where it lies. */
export async function bundleForBrowser(entry: string, name: string): Promise<string> {
  const outfile = join(root, `dist/bench/${name}.mjs`);
  await build({
    entryPoints: [join(root, entry)],
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
  return outfile;
}

/**
 * Calls an exported function of a bundle with a number of rounds, in Chromium: where people open their journal.
 * Loopback is a secure context, so WebCrypto is there, as behind TLS.
 */
export async function measureInChromium<Figures>(
  bundle: string,
  exported: string,
  rounds: number,
): Promise<Figures> {
  const script = await readFile(bundle);
  const server = createServer((request, response) => {
    const isScript = request.url === '/bundle.mjs';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? script : '<!doctype html><title>bench</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await page.evaluate(
      async ([name, count]) => {
        // A name in a variable: this runs in the page, whose server has the file.
        const file = '/bundle.mjs';
        const module = (await import(file)) as Record<string, (rounds: number) => Promise<Figures>>;
        return module[name]!(count);
      },
      [exported, rounds] as const,
    );
  } finally {
    await browser.close();
    server.close();
  }
}

export function chromiumPath(): string {
  const path =
    process.env['CHROMIUM_PATH'] ??
    ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((each) => existsSync(each));
  if (path === undefined) throw new Error('no Chromium found; set CHROMIUM_PATH');
  return path;
}
