import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Before all test files: an empty database with the product's roles and rights, of which `freshDatabase` makes copies. */
export default function makeTemplate() {
  const program = fileURLToPath(new URL('../../../launch/src/dev-database.ts', import.meta.url));
  process.env.TEMPLATE_DATABASE = execFileSync(
    process.execPath,
    [program, '--database=visavis_template', '--fresh', '--json'],
    { encoding: 'utf8' },
  );
}
