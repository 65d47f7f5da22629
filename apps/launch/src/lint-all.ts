import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ESLint } from 'eslint';
import { projectFolders } from './project-folders.ts';
import { root } from './project.ts';

/** Lints all projects: `node apps/launch/src/lint-all.ts [--json=file]`. One without a file to lint has failed. */
const { values } = parseArgs({ options: { json: { type: 'string' } } });

const eslint = new ESLint({ cwd: root });
const folders = projectFolders();
const results = await eslint.lintFiles(folders);
const formatter = await eslint.loadFormatter('stylish');
console.log(await formatter.format(results));

const good = folders.filter((folder) => {
  const own = results.filter(({ filePath }) => filePath.startsWith(join(root, folder, '/')));
  const errors = own.reduce((sum, { errorCount }) => sum + errorCount, 0);
  console.log(`${own.length > 0 && errors === 0 ? 'passed' : 'failed'}  ${folder}: ${own.length} files`);
  return own.length > 0 && errors === 0;
});
const total = { passed: good.length, failed: folders.length - good.length };
if (values.json) writeFileSync(values.json, JSON.stringify(total));
process.exitCode = total.failed > 0 ? 1 : 0;
