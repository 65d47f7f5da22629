// Bundles the program that opens the demo's vaults: a client without pages, run by the launcher.
import { build } from 'esbuild';

await build({
  entryPoints: ['apps/web/src/app/journal/vault/demo/open-demo-vaults.ts'],
  outfile: 'dist/apps/demo/open-demo-vaults.mjs',
  bundle: true,
  platform: 'node',
  target: 'node26',
  format: 'esm',
  keepNames: true,
  packages: 'external',
  tsconfig: 'tsconfig.base.json',
  logLevel: 'warning',
});
