import { DataSource, type EntitySchema } from 'typeorm';
import { MIGRATIONS } from './migrations';

export interface DatabaseOptions {
  readonly url: string;
  /** Most connections of this process. */
  readonly pool: number;
  /** Milliseconds: 5,000 for the API, 60,000 for the worker. */
  readonly statementTimeout: number;
  readonly applicationName: string;
}

/** Settings of every connection: nothing waits for ever, and one that is not to be had is said so in 2 s. */
export function connectionSettings(options: DatabaseOptions) {
  return {
    max: options.pool,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeout,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: options.applicationName,
  };
}

/** TypeORM's data source; only migrations change the schema, and null or undefined in a `where` is an error. */
export function createDataSource(
  options: DatabaseOptions,
  entities: EntitySchema[] = [],
  migrations = MIGRATIONS,
): DataSource {
  return new DataSource({
    type: 'postgres',
    url: options.url,
    entities,
    synchronize: false,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    logging: false,
    extra: connectionSettings(options),
  });
}
