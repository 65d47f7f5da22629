import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from './embedded-postgres.ts';

/** Lends `work` a PostgreSQL server of its own, as the superuser, and leaves nothing of it behind. */
export async function withTestServer<T>(work: (superuserUrl: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-database-'));
  // The server's user must be able to pass through.
  chmodSync(folder, 0o755);
  const dataDir = join(folder, 'postgres');
  const server = await startPostgres({ dataDir, durable: false, settings: { max_connections: '300' } });
  try {
    return await work(server.superuserUrl('postgres'));
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
