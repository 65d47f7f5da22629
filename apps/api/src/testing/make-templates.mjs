import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Before all test files: two empty databases with the product's roles and rights, which `fresh-database.ts` copies. */
export default function makeTemplates() {
  const program = fileURLToPath(new URL('../../../launch/src/dev-database.ts', import.meta.url));
  for (const name of ['visavis_empty', 'visavis_template'])
    process.env.TEMPLATE_DATABASE = execFileSync(
      process.execPath,
      [program, `--database=${name}`, '--fresh', '--json'],
      { encoding: 'utf8' },
    );
}
