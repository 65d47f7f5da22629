import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * One hash over names and contents of everything below some paths of a project. Dependencies and files that
 * `leaveOut` names do not count.
 */
export function hashFiles(
  project: string,
  paths: readonly string[],
  leaveOut: (name: string) => boolean = () => false,
): string {
  const hash = createHash('sha256');
  for (const path of paths)
    for (const file of filesBelow(join(project, path), leaveOut)) {
      const content = readFileSync(file);
      hash.update(`${relative(project, file)}\0${content.length}\0`).update(content);
    }
  return hash.digest('hex');
}

function filesBelow(path: string, leaveOut: (name: string) => boolean): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter((name) => name !== 'node_modules' && !leaveOut(name))
    .sort()
    .flatMap((name) => filesBelow(join(path, name), leaveOut));
}
