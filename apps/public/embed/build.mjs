import { build } from 'esbuild';
import { statSync } from 'node:fs';

const LIMIT_BYTES = 2048;
const outfile = 'dist/apps/public/embed.js';
await build({
  entryPoints: ['apps/public/embed/embed.ts'],
  outfile,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  tsconfigRaw: {},
});
const { size } = statSync(outfile);
if (size > LIMIT_BYTES) throw new Error(`embed.js has ${size} bytes, more than ${LIMIT_BYTES}`);
console.log(`embed.js: ${size} bytes`);
