import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** An empty database with the product's roles, on the server of the test run, or on the developer's. */
export function freshDatabase(name: string): { app: string; owner: string; superuser: string } {
  const program = join(__dirname, '../../../../../launch/src/dev-database.ts');
  const database = `visavis_test_${name}`;
  const printed = execFileSync(process.execPath, [program, `--database=${database}`, '--fresh', '--json'], {
    encoding: 'utf8',
  });
  const urls = JSON.parse(printed) as Record<
    'DATABASE_URL' | 'MIGRATION_DATABASE_URL' | 'SUPERUSER_DATABASE_URL',
    string
  >;
  const superuser = new URL(urls.SUPERUSER_DATABASE_URL);
  superuser.pathname = `/${database}`;
  return { app: urls.DATABASE_URL, owner: urls.MIGRATION_DATABASE_URL, superuser: superuser.href };
}
