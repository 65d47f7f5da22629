import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolders } from './project-folders.ts';
import { root } from './project.ts';

/** Something that is checked as a whole. */
export interface TypeProgram {
  /** Folder of the project, from the root. */
  readonly project: string;
  readonly compiler: 'tsc' | 'ngc';
  readonly tsconfig: string;
}

/** What `nx run-many -t typecheck` runs. */
export function typePrograms(): TypeProgram[] {
  return projectFolders().flatMap((project) => {
    const { targets } = JSON.parse(readFileSync(join(root, project, 'project.json'), 'utf8')) as Project;
    const { command, commands = [] } = targets.typecheck?.options ?? {};
    const all = command === undefined ? commands : [command, ...commands];
    if (all.length === 0) throw new Error(`${project} says nothing about checking its types`);
    return all.map((each) => programOf(project, each));
  });
}

function programOf(project: string, command: string): TypeProgram {
  const [, compiler, tsconfig] = /^(tsc|ngc) -p (\S+) --noEmit$/.exec(command) ?? [];
  if ((compiler !== 'tsc' && compiler !== 'ngc') || !tsconfig)
    throw new Error(`${project} checks its types by "${command}", which is not known here`);
  return { project, compiler, tsconfig };
}

interface Project {
  targets: { typecheck?: { options: { command?: string; commands?: string[] } } };
}
