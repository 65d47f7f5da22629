// Bundles the doors of the API (packages stay external). esbuild does not emit decorator metadata, which
// Nest's injection needs, so files with decorators go through swc first.
import { transformFile } from '@swc/core';
import { build } from 'esbuild';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';

const outdir = 'dist/apps/api';
const swc = JSON.parse(readFileSync(new URL('./.swcrc.json', import.meta.url), 'utf8'));

const decoratorMetadata = {
  name: 'decorator-metadata',
  setup(bundler) {
    bundler.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!/^\s*@[A-Z]\w*\(/m.test(source) && !/[(,]\s*@[A-Z]\w*\(/.test(source)) return null;
      const { code } = await transformFile(path, { ...swc, filename: path });
      return { contents: code, loader: 'js' };
    });
  },
};

await rm(outdir, { recursive: true, force: true });
await build({
  entryPoints: [
    'main',
    'worker',
    'migrate',
    'create-practice',
    'verify-contract',
    'show-retention',
    'backup',
    'restore',
  ].map((door) => `apps/api/src/${door}.ts`),
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  chunkNames: 'chunk-[hash]',
  platform: 'node',
  target: 'node26',
  format: 'esm',
  sourcemap: true,
  keepNames: true,
  packages: 'external',
  tsconfig: 'tsconfig.base.json',
  plugins: [decoratorMetadata],
  logLevel: 'warning',
});
