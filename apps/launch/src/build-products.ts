import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { compressClients } from './compress-clients.ts';
import { hashFiles } from './hash-files.ts';
import { products, root } from './project.ts';
import { runNx } from './run-nx.ts';

/** Projects with a build. */
export const PROJECTS = ['api', 'public', 'web'] as const;
const SOURCES = [
  'apps/api',
  'apps/public',
  'apps/web',
  'libs',
  'package-lock.json',
  'tsconfig.base.json',
  'nx.json',
];
const OUTPUTS = [
  ...Object.values(products),
  ...PROJECTS.slice(1).flatMap((app) =>
    ['fr', 'en'].map((lang) => join(root, `dist/apps/${app}/browser/${lang}`)),
  ),
];
const STAMP = join(root, 'dist/.sources');

/**
 * Builds API, public page and web client when a source changed since the last build; nx rebuilds only the parts
 * concerned. Looking costs some milliseconds, where asking nx would cost two seconds.
 *
 * @throws Error with the build's messages
 */
export async function buildProducts(say: (line: string) => void): Promise<void> {
  const wanted = hashSources();
  if (
    OUTPUTS.every((file) => existsSync(file)) &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === wanted
  )
    return compressClients(); // a build by hand leaves the compressed files out
  say('Building API, public page and web client (the first time takes about a minute) …');
  const begin = Date.now();
  const args = ['run-many', '-t', 'build', '-p', PROJECTS.join(','), '--outputStyle=static'];
  const { code, output } = await runNx(args, (line) => {
    const project = /^> nx run (\w+):build(?!-)/.exec(line)?.[1];
    if (project) say(`  built ${project}`);
  });
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  const missing = OUTPUTS.filter((file) => !existsSync(file));
  if (missing.length > 0)
    throw new Error(`The build left out ${missing.map((file) => relative(root, file)).join(', ')}.`);
  await compressClients();
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, wanted);
  say(`Built in ${((Date.now() - begin) / 1000).toFixed(1)} s.`);
}

/** The next `buildProducts` builds, whatever was built before. */
export function forgetBuilds(): void {
  rmSync(STAMP, { force: true });
}

function hashSources(): string {
  return hashFiles(root, SOURCES, (name) => name.endsWith('.spec.ts'));
}
