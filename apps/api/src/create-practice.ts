import { text } from 'node:stream/consumers';
import { createPractice } from './practice/create-practice';

/**
 * Creates a practice from JSON on the standard input, as the owner of the schema (`MIGRATION_DATABASE_URL`):
 *
 *   {"practice": {"slug", "name", "country", "allowedOrigins"?},
 *    "supervisors": [{"slug", "name", "email", "password", "timeZone", "language", "role", "introduction": {"fr", "en"}}]}
 */
async function main(): Promise<void> {
  const url = process.env['MIGRATION_DATABASE_URL'];
  if (url === undefined || !URL.canParse(url)) {
    throw new Error('MIGRATION_DATABASE_URL: missing; expected postgres://owner:password@host:port/database');
  }
  const slug = await createPractice(url, await text(process.stdin), new Date());
  console.log(`created: ${slug}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
});
