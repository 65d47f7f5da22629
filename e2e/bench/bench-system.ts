import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import pg from 'pg';
import { startPostgres } from '../../apps/launch/src/embedded-postgres.ts';
import { anyFreePort } from '../../apps/launch/src/free-port.ts';
import { PROGRAM_FLAGS } from '../../apps/launch/src/project.ts';
import { bundleFloorPeer } from './floor-peer.ts';
import { derivePasswords, prepareDatabase } from '../../apps/launch/src/prepare-database.ts';

export interface ApiProcess {
  readonly origin: string;
  readonly pid: number;
  stop(): Promise<void>;
}

export interface BenchDatabase {
  /** As the application. */
  readonly app: string;
  readonly owner: string;
  readonly superuser: string;
}

const root = join(import.meta.dirname, '../..');

/** A durable PostgreSQL of its own and what runs on it; `stop` ends and removes everything. */
export class BenchSystem {
  private readonly children = new Set<ChildProcess>();

  private readonly folder: string;
  private readonly postgres: Awaited<ReturnType<typeof startPostgres>>;

  private readonly profile: boolean;

  private constructor(folder: string, postgres: Awaited<ReturnType<typeof startPostgres>>, profile: boolean) {
    this.folder = folder;
    this.postgres = postgres;
    this.profile = profile;
  }

  /** @param profile whether every Node process leaves a CPU profile in dist/bench/profiles */
  static async start(profile = false): Promise<BenchSystem> {
    const folder = mkdtempSync(join(tmpdir(), 'visavis-bench-'));
    chmodSync(folder, 0o755);
    const postgres = await startPostgres({
      dataDir: join(folder, 'postgres'),
      settings: { shared_buffers: '512MB', max_wal_size: '4GB' },
    });
    return new BenchSystem(folder, postgres, profile);
  }

  /** An empty, migrated database. */
  async database(name: string): Promise<BenchDatabase> {
    const superuser = this.postgres.superuserUrl('postgres');
    const urls = await prepareDatabase(superuser, name, derivePasswords(superuser));
    await this.run('dist/apps/api/migrate.mjs', { MIGRATION_DATABASE_URL: urls.owner });
    return { app: urls.app, owner: urls.owner, superuser: this.postgres.superuserUrl(name) };
  }

  /** One API process with limits out of the way. */
  async api(database: BenchDatabase, more: Readonly<Record<string, string>> = {}): Promise<ApiProcess> {
    const port = await anyFreePort();
    const origin = `http://127.0.0.1:${port}`;
    const plenty = '1000000000';
    const child = this.spawn(
      'dist/apps/api/main.mjs',
      {
        PORT: String(port),
        OPERATIONS_PORT: String(await anyFreePort()),
        DATABASE_URL: database.app,
        PUBLIC_URL: origin,
        SMTP_URL: 'smtp://127.0.0.1:9',
        MAIL_FROM: 'Visavis <bench@visavis.example>',
        SECRET_KEY: randomBytes(32).toString('base64url'),
        LOG_LEVEL: 'error',
        MEASURING_ROUTES: '1',
        TRUSTED_PROXIES: '127.0.0.1',
        RATE_READS_PER_MINUTE: plenty,
        RATE_BOOKINGS_PER_MINUTE: plenty,
        RATE_BOOKINGS_PER_HOUR: '100000000',
        RATE_BOOKINGS_PER_ADDRESS_AND_DAY: plenty,
        ...more,
      },
      PROGRAM_FLAGS,
    );
    await untilAnswers(`${origin}/health/ready`);
    return { origin, pid: child.pid ?? 0, stop: () => end(child) };
  }

  /** Bare Fastify that answers every GET and POST with the same bytes. */
  async bare(body: Buffer, headers: Readonly<Record<string, string>>): Promise<ApiProcess> {
    return this.peer('e2e/bench/bare-fastify.ts', body, headers);
  }

  /** The floor peer, which answers every well-formed wish with the same refusal. */
  async floor(body: Buffer, headers: Readonly<Record<string, string>>): Promise<ApiProcess> {
    return this.peer(await bundleFloorPeer(), body, headers, PROGRAM_FLAGS);
  }

  async stop(): Promise<void> {
    for (const child of this.children) await end(child);
    await this.postgres.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async peer(
    script: string,
    body: Buffer,
    headers: Readonly<Record<string, string>>,
    flags: readonly string[] = [],
  ): Promise<ApiProcess> {
    const port = await anyFreePort();
    const environment = {
      PORT: String(port),
      BODY: body.toString('base64'),
      HEADERS: JSON.stringify(headers),
    };
    const child = this.spawn(script, environment, flags);
    const origin = `http://127.0.0.1:${port}`;
    await untilAnswers(origin);
    return { origin, pid: child.pid ?? 0, stop: () => end(child) };
  }

  private async run(script: string, env: Readonly<Record<string, string>>): Promise<void> {
    const child = this.spawn(script, env);
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`${script} ended with ${code}`);
  }

  private spawn(
    script: string,
    env: Readonly<Record<string, string>>,
    flags: readonly string[] = [],
  ): ChildProcess {
    const profiling = this.profile ? ['--cpu-prof', '--cpu-prof-dir=dist/bench/profiles'] : [];
    const child = spawn(process.execPath, [...flags, ...profiling, script], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', NODE_ENV: 'test', ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.children.add(child);
    child.once('exit', () => this.children.delete(child));
    return child;
  }
}

export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function untilAnswers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answered = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${url} does not answer`);
}
