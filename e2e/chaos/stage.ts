import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres, type RunningPostgres } from '../../apps/launch/src/embedded-postgres.ts';
import { anyFreePort } from '../../apps/launch/src/free-port.ts';
import { derivePasswords, prepareDatabase } from '../../apps/launch/src/prepare-database.ts';
import { products } from '../../apps/launch/src/project.ts';
import { runProgram } from '../../apps/launch/src/run-program.ts';
import { RunningParts } from '../../apps/launch/src/running-parts.ts';
import { MailRoom } from './mail-room.ts';
import { Program } from './program.ts';

export const PRACTICE = 'chaos';
/** Supervisors that the load leaves alone, for checks of their own. */
export const QUIET = { hot: 'hot', staggered: 'staggered', calm: 'calm' } as const;

/** The product as operators run it: a database, two API processes, a worker, a mail server. */
export interface Stage {
  folder: string;
  apis: readonly [Program, Program];
  apiUrls: readonly [string, string];
  worker: Program;
  mail: MailRoom;
  /** Supervisors whom the load books. */
  slugs: readonly string[];
  /** A connection that row-level security does not bind, for looking and for tampering. */
  superuser(): Promise<pg.Client>;
  /** kill -9 of the database's first process, and its return. */
  killDatabase(): void;
  restartDatabase(): Promise<void>;
  databaseLog(): string;
  stop(): Promise<void>;
}

/** @param supervisors how many the load may book */
export async function buildStage(supervisors: number, horizonDays: number): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'visavis-chaos-'));
  // The database's user must be able to pass through.
  chmodSync(folder, 0o755);
  const parts = new RunningParts();
  const stop = async () => {
    await parts.stop((sentence) => console.error(sentence));
    rmSync(folder, { recursive: true, force: true });
  };
  const onSignal = () => void stop().finally(() => process.exit(130));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, onSignal);
  try {
    return { ...(await build(folder, parts, supervisors, horizonDays)), folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(folder: string, parts: RunningParts, supervisors: number, horizonDays: number) {
  // Commits must reach the disk as in production: `durable` is what is being tested.
  const settings = { max_connections: '150', log_lock_waits: 'on' };
  const options = { dataDir: join(folder, 'postgres'), durable: true, settings, notice: () => undefined };
  let postgres: RunningPostgres = await parts.start(
    'PostgreSQL',
    () => startPostgres(options),
    () => postgres.stop(),
  );
  const superuserUrl = postgres.superuserUrl('visavis');
  const urls = await prepareDatabase(superuserUrl, 'visavis', derivePasswords(superuserUrl));
  const mail = await parts.start(
    'mail room',
    () => MailRoom.open(),
    (room) => room.close(),
  );
  const env = environment(urls.app, mail.port);
  await runProgram(products.migrate, { ...env, MIGRATION_DATABASE_URL: urls.owner });
  const slugs = Array.from({ length: supervisors }, (_, index) => `busy-${index + 1}`);
  const practice = JSON.stringify(aPractice([...slugs, ...Object.values(QUIET)]));
  await runProgram(products.createPractice, { ...env, MIGRATION_DATABASE_URL: urls.owner }, practice);
  const superuser = async () => {
    const client = new pg.Client({ connectionString: superuserUrl });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  await widenOffers(await superuser(), horizonDays);

  const run = async (name: string, script: string, portName: string, more: Record<string, string> = {}) => {
    const port = await anyFreePort();
    const readyUrl = `http://127.0.0.1:${port}/health/ready`;
    const log = join(folder, `${name}.log`);
    const program = new Program({
      name,
      script,
      env: { ...env, ...more, [portName]: String(port) },
      readyUrl,
      log,
    });
    await parts.start(
      name,
      () => program.start(),
      () => program.end().then(() => undefined),
    );
    return { program, url: `http://127.0.0.1:${port}` };
  };
  const first = await run('api-1', products.api, 'PORT');
  const second = await run('api-2', products.api, 'PORT');
  const worker = await run('worker', products.worker, 'WORKER_OPERATIONS_PORT');
  return {
    apis: [first.program, second.program] as const,
    apiUrls: [first.url, second.url] as const,
    worker: worker.program,
    mail,
    slugs,
    superuser,
    killDatabase: () => void process.kill(postgres.pid, 'SIGKILL'),
    restartDatabase: async () => {
      postgres = await startPostgres({ ...options, port: postgres.port });
      if (postgres.superuserUrl('visavis') !== superuserUrl)
        throw new Error('PostgreSQL came back at another port.');
    },
    databaseLog: () => readFileSync(join(postgres.data, 'server.log'), 'utf8'),
  };
}

function environment(databaseUrl: string, mailPort: number): Record<string, string | undefined> {
  const plenty = '1000000';
  return {
    PATH: process.env['PATH'],
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    OPERATIONS_PORT: '0',
    WORKER_OPERATIONS_PORT: '0',
    DATABASE_URL: databaseUrl,
    PUBLIC_URL: 'http://visavis.example',
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    SMTP_ALLOW_PLAINTEXT: '1',
    MAIL_FROM: 'Visavis <bonjour@visavis.example>',
    SECRET_KEY: randomBytes(32).toString('base64url'),
    LOG_LEVEL: 'warn',
    DRAIN_DELAY: '600',
    RATE_READS_PER_MINUTE: plenty,
    RATE_BOOKINGS_PER_MINUTE: plenty,
    RATE_BOOKINGS_PER_HOUR: plenty,
    RATE_BOOKINGS_PER_ADDRESS_AND_DAY: plenty,
  };
}

function aPractice(slugs: readonly string[]) {
  return {
    practice: { slug: PRACTICE, name: 'Cabinet du Chaos', country: 'FR', allowedOrigins: [] },
    supervisors: slugs.map((slug, index) => ({
      slug,
      name: `Superviseure ${slug}`,
      email: `${slug}@supervisor.example`,
      password: randomBytes(18).toString('base64url'),
      timeZone: 'Europe/Paris',
      language: 'fr',
      roles: index === 0 ? ['owner', 'supervisor'] : ['supervisor'],
      introduction: { fr: '', en: '' },
    })),
  };
}

/** A start every quarter of an hour and a buffer after each call: ranges that overlap without being equal. */
async function widenOffers(client: pg.Client, horizonDays: number): Promise<void> {
  await client.query(
    `UPDATE offer SET step_min = 15, buffer_after_min = 15, horizon_days = $1 WHERE kind = 'discovery-call'`,
    [horizonDays],
  );
  await client.query('UPDATE calendar SET version = version + 1');
  await client.end();
}
