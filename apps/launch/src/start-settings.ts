import { isAbsolute, join } from 'node:path';
import { root } from './project.ts';

/** What `npm start` takes from the environment; everything else goes to the API and the worker as it is. */
export interface StartSettings {
  production: boolean;
  /** Absolute; everything that must outlive a start is in here. */
  dataDir: string;
  /** Set: this database is used and none is started. */
  databaseUrl: string | null;
  migrationDatabaseUrl: string | null;
  /** Set: this mail server is used and no mail catcher is started. */
  smtpUrl: string | null;
  publicUrl: string | null;
  /** First ports to try, on the loopback interface. */
  ports: {
    pages: number;
    operations: number;
    workerOperations: number;
    mail: number;
    mailPage: number;
    database: number;
  };
}

/**
 * Reads the launcher's own part of the environment. What the API needs is checked by the API, which names all
 * errors at once; here only what the launcher itself decides by.
 *
 * @throws Error that names every faulty variable, never its value
 */
export function readStartSettings(env: Readonly<Record<string, string | undefined>>): StartSettings {
  const faults: string[] = [];
  const production = env['NODE_ENV'] === 'production';
  const text = (name: string) => env[name]?.trim() || null;
  const port = (name: string, usual: number) => {
    const given = text(name);
    if (given === null) return usual;
    if (/^\d{1,5}$/.test(given) && Number(given) >= 1 && Number(given) <= 65_535) return Number(given);
    faults.push(`${name} must be a port between 1 and 65535`);
    return usual;
  };
  const pages = port('PORT', 3000);
  const settings: StartSettings = {
    production,
    dataDir: absolute(text('VISAVIS_DATA_DIR') ?? '.data'),
    databaseUrl: text('DATABASE_URL'),
    migrationDatabaseUrl: text('MIGRATION_DATABASE_URL'),
    smtpUrl: text('SMTP_URL'),
    publicUrl: text('PUBLIC_URL'),
    ports: {
      pages,
      operations: port('OPERATIONS_PORT', pages + 1),
      workerOperations: port('WORKER_OPERATIONS_PORT', pages + 2),
      mail: port('MAIL_CATCHER_PORT', 1025),
      mailPage: port('MAIL_CATCHER_PAGE_PORT', 1080),
      database: port('EMBEDDED_DATABASE_PORT', 54_320),
    },
  };
  if (!production && settings.databaseUrl && !settings.migrationDatabaseUrl)
    faults.push('MIGRATION_DATABASE_URL is required beside DATABASE_URL (the role that owns the schema)');
  // In production nothing here is decided by the launcher; the API gets the same values and judges them.
  if (!production && faults.length > 0) throw new Error(`Visavis cannot start:\n  ${faults.join('\n  ')}`);
  return settings;
}

function absolute(folder: string): string {
  return isAbsolute(folder) ? folder : join(root, folder);
}
