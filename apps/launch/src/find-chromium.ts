import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackage } from './install-package.ts';

export interface Browser {
  path: string;
  /** Environment it needs beside the usual one. */
  env: Readonly<Record<string, string>>;
}

const HEADLESS = ['chromium-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * A Chromium that runs here: the one named in CHROMIUM_PATH, one without windows (installed, or the one that came from
 * the npm registry), an installed one with windows, or Debian's package (installed now, as root). One that could show
 * windows takes more than twice the processor time for the same pages even when it shows none.
 *
 * @throws Error saying how to provide one
 */
export async function findChromium(say: (line: string) => void): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'];
  const first = (paths: readonly string[]) => paths.find((path) => existsSync(path) && runs(path));
  const headless = first([...(given ? [given] : []), ...onPath(HEADLESS)]);
  if (headless) return { path: headless, env: {} };
  const packed = await unpackChromium();
  if (packed) return packed;
  const installed = () => first([...onPath(NAMES), MAC]);
  let path = installed();
  if (!path) {
    installPackage('chromium', say);
    path = installed();
  }
  if (path) return { path, env: {} };
  throw new Error(
    'No Chromium runs here. Install one (apt-get install chromium) or name it in CHROMIUM_PATH.',
  );
}

function onPath(names: readonly string[]): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return [...folders, '/usr/bin'].flatMap((folder) => names.map((name) => join(folder, name)));
}

function runs(path: string, env: Readonly<Record<string, string>> = {}): boolean {
  return (
    spawnSync(path, ['--version'], { env: { ...process.env, ...env }, stdio: 'ignore', timeout: 30_000 })
      .status === 0
  );
}

/** The npm package holds a compressed browser, and the libraries it needs on a machine that has none of them. */
export async function unpackChromium(): Promise<Browser | null> {
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const path = await chromium.executablePath();
  if (runs(path)) return { path, env: {} };
  const archive = join(import.meta.dirname, '../../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  const env = { LD_LIBRARY_PATH: join(await inflate(archive), 'lib') };
  return runs(path, env) ? { path, env } : null;
}
