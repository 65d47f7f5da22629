import { text } from 'node:stream/consumers';
import { createPractice } from './practice/create-practice';

/**
 * Creates a practice from JSON on the standard input, as the owner of the schema (`MIGRATION_DATABASE_URL`):
 *
 *   {"practice": {"slug", "name", "country", "allowedOrigins"?},
 *    "supervisors": [{"slug", "name", "email", "password", "timeZone", "language", "roles",
 *      "totpSecret"?, "introduction": {"fr", "en"}}]}
 *
 * With `totpSecret` the `SECRET_KEY` of the installation is needed as well.
 */
async function main(): Promise<void> {
  const url = process.env['MIGRATION_DATABASE_URL'];
  if (url === undefined || !URL.canParse(url)) {
    throw new Error('MIGRATION_DATABASE_URL: missing; expected postgres://owner:password@host:port/database');
  }
  const slug = await createPractice(url, await text(process.stdin), new Date(), readKey());
  console.log(`created: ${slug}`);
}

function readKey(): Buffer | null {
  const key = process.env['SECRET_KEY'] ?? '';
  return /^[A-Za-z0-9_-]{43}$/.test(key) ? Buffer.from(key, 'base64url') : null;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : 'failed');
  process.exitCode = 1;
});
