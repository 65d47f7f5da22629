import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { root } from './project.ts';

/** Folders of all projects, from the root: libraries, applications, journeys. */
export function projectFolders(): string[] {
  return ['libs/*/project.json', 'apps/*/project.json', 'e2e/project.json'].flatMap((pattern) =>
    globSync(pattern, { cwd: root }).sort().map(dirname),
  );
}
