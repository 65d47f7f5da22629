// Lays beside each language of the built client what makes it an app: its service worker and its manifest.
import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeManifest } from './make-manifest.mjs';

const BUILT = 'dist/apps/web/browser';
const HASHED = /-[\w-]{8}\.(js|css|woff2)$/;
/** Larger than this are only parts that few need; the scripts every journal needs are named. */
const HEAVY_BYTES = 300_000;
const NEEDED = /^(main|worker)-/;

for (const language of ['fr', 'en']) {
  const folder = join(BUILT, language);
  const document = readFileSync(join(folder, 'index.html'));
  const names = readdirSync(folder, { recursive: true })
    .filter((name) => HASHED.test(name))
    .sort();
  const main = names.find((name) => name.startsWith('main-'));
  if (!main) throw new Error(`${folder} has no first script.`);
  const heavy = names.filter((name) => !NEEDED.test(name) && statSync(join(folder, name)).size > HEAVY_BYTES);
  const shell = {
    language,
    main,
    files: [
      { url: './', revision: createHash('sha256').update(document).digest('hex').slice(0, 16) },
      ...names.filter((name) => !heavy.includes(name)).map((url) => ({ url, revision: null })),
    ],
    heavy,
  };
  await build({
    entryPoints: ['apps/web/src/service-worker/service-worker.ts'],
    outfile: join(folder, 'service-worker.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { SHELL: JSON.stringify(shell), 'process.env.NODE_ENV': '"production"' },
    tsconfig: 'apps/web/tsconfig.service-worker.json',
    logLevel: 'warning',
  });
  writeFileSync(join(folder, 'manifest.webmanifest'), `${JSON.stringify(makeManifest(language), null, 2)}\n`);
}
