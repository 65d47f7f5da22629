import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { choosePorts, type Ports } from './choose-ports.ts';
import { startPostgres } from './embedded-postgres.ts';
import { keepSecretKey } from './keep-secret.ts';
import { type DatabaseUrls, derivePasswords, prepareDatabase } from './prepare-database.ts';
import { products, PROGRAM_FLAGS } from './project.ts';
import { runProgram } from './run-program.ts';
import type { RunningParts } from './running-parts.ts';
import type { StartSettings } from './start-settings.ts';
import { type ProcessPlan, supervise, type SupervisedProcess } from './supervised-process.ts';
import { isOk, waitUntil } from './wait-until.ts';

export interface SystemHooks {
  say(line: string): void;
  /** A program ended and cannot be kept up. */
  onGivingUp(sentence: string): void;
  /** Ids of the running programs, whenever they change. */
  onProcesses(pids: readonly number[]): void;
  /** Once the API is ready, while nothing sends letters yet. */
  beforeWorker?(system: System, run: RunProcess): Promise<void>;
}

/** Starts a program that ends with the system, if not before. */
export type RunProcess = (plan: ProcessPlan) => Promise<SupervisedProcess>;

/** Addresses of a running system. */
export interface System {
  /** As people type it; links in letters begin with it. */
  publicUrl: string;
  /** Where the API really listens. */
  apiUrl: string;
  operationsUrl: string;
  mailPageUrl: string | null;
  database: DatabaseUrls | null;
  /** What the programs were started with. */
  environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Starts, from built products: database (unless given) and its migrations, mail catcher (unless a mail server
 * is given), API and worker. Returns when the API is ready. `parts` ends it all.
 */
export async function startSystem(
  settings: StartSettings,
  env: Readonly<Record<string, string | undefined>>,
  parts: RunningParts,
  hooks: SystemHooks,
): Promise<System> {
  mkdirSync(settings.dataDir, { recursive: true });
  // In production something in front of the API expects it at its port: better to fail than to move.
  const ports = settings.production ? settings.ports : await choosePorts(settings.ports, hooks.say);
  const processes: SupervisedProcess[] = [];
  const tell = () => hooks.onProcesses(processes.flatMap((process) => process.pid() ?? []));
  const run: RunProcess = async (plan) => {
    const begin = () => supervise(plan, hooks.onGivingUp, tell);
    const started = await parts.start(plan.name, begin, (process) => process.stop());
    processes.push(started);
    tell();
    return started;
  };
  const log = (name: string) => (settings.production ? null : join(settings.dataDir, 'logs', `${name}.log`));

  const mailPageUrl = settings.smtpUrl || settings.production ? null : `http://localhost:${ports.mailPage}`;
  if (mailPageUrl) {
    const folder = join(settings.dataDir, 'mail');
    mkdirSync(folder, { recursive: true });
    const args = [`--smtp=${ports.mail}`, `--page=${ports.mailPage}`, `--folder=${folder}`];
    const script = join(import.meta.dirname, 'mail-catcher.ts');
    await run({ name: 'mail catcher', script, args, env, log: log('mail-catcher') });
  }
  const needsOne = !settings.databaseUrl && !settings.production;
  const database = needsOne ? await embeddedDatabase(settings, parts, hooks.say) : givenDatabase(settings);
  const environment = programEnvironment(settings, env, ports, database);
  if (database)
    await parts.start(
      'migration',
      () => migrate(environment, database),
      () => undefined,
    );
  await run({ name: 'API', script: products.api, flags: PROGRAM_FLAGS, env: environment, log: log('api') });

  const apiUrl = `http://127.0.0.1:${ports.pages}`;
  const ready = async () => {
    await waitUntil('The API should become ready', () => isOk(`${apiUrl}/health/ready`), 60_000);
    if (mailPageUrl)
      await waitUntil('The mail catcher should start', () => isOk(`${mailPageUrl}/api/healthz`), 20_000);
  };
  await parts.start('readiness', ready, () => undefined);
  const system: System = {
    publicUrl: environment['PUBLIC_URL'] ?? apiUrl,
    apiUrl,
    operationsUrl: `http://127.0.0.1:${ports.operations}`,
    mailPageUrl,
    database,
    environment,
  };
  await hooks.beforeWorker?.(system, run);
  // After the API, which names everything that is wrong with the settings; the worker would only repeat it.
  await run({
    name: 'worker',
    script: products.worker,
    flags: PROGRAM_FLAGS,
    env: environment,
    log: log('worker'),
  });
  return system;
}

/** Null when there is no owner's address: then somebody else migrates. */
function givenDatabase({ databaseUrl, migrationDatabaseUrl }: StartSettings): DatabaseUrls | null {
  return databaseUrl && migrationDatabaseUrl ? { app: databaseUrl, owner: migrationDatabaseUrl } : null;
}

async function embeddedDatabase(
  settings: StartSettings,
  parts: RunningParts,
  say: (line: string) => void,
): Promise<DatabaseUrls> {
  const dataDir = join(settings.dataDir, 'postgres');
  const postgres = await parts.start(
    'PostgreSQL',
    () => startPostgres({ dataDir, port: settings.ports.database, notice: say }),
    (server) => server.stop(),
  );
  const superuserUrl = postgres.superuserUrl('postgres');
  return await prepareDatabase(superuserUrl, 'visavis', derivePasswords(superuserUrl));
}

async function migrate(environment: System['environment'], database: DatabaseUrls): Promise<void> {
  await runProgram(products.migrate, { ...environment, MIGRATION_DATABASE_URL: database.owner });
}

/** Only migrations get to know the owner's address. In production the rest is passed on as it is. */
function programEnvironment(
  settings: StartSettings,
  given: Readonly<Record<string, string | undefined>>,
  ports: Ports,
  database: DatabaseUrls | null,
): Record<string, string | undefined> {
  const env = { ...given };
  delete env['MIGRATION_DATABASE_URL'];
  if (settings.production) return env;
  const own = {
    PORT: String(ports.pages),
    OPERATIONS_PORT: String(ports.operations),
    WORKER_OPERATIONS_PORT: String(ports.workerOperations),
  };
  const catcher = { SMTP_URL: `smtp://127.0.0.1:${ports.mail}`, SMTP_ALLOW_PLAINTEXT: '1' };
  return {
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    MAIL_FROM: 'Visavis <bonjour@visavis.example>',
    TRUSTED_PROXIES: '',
    SECRET_KEY: given['SECRET_KEY'] ?? keepSecretKey(join(settings.dataDir, 'secrets.json')),
    PUBLIC_URL: `http://localhost:${ports.pages}`,
    ...env,
    ...own,
    ...(database && { DATABASE_URL: database.app }),
    ...(settings.smtpUrl ? {} : catcher),
  };
}
