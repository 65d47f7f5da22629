import { Global, Inject, Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../configuration/configuration';
import { createDataSource } from './data-source';
import { Statements } from './statements';
import { Transactions } from './transactions';

/** Statement time-outs of the two kinds of process, milliseconds. */
const STATEMENT_TIMEOUT = { api: 5_000, worker: 60_000 } as const;

/** The pool of one process; closed when everything that uses it has shut down. */
@Global()
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  static for(process: keyof typeof STATEMENT_TIMEOUT): DynamicModule {
    const connect = (configuration: Configuration) =>
      createDataSource({
        url: configuration.DATABASE_URL,
        pool: configuration.DATABASE_POOL,
        statementTimeout: STATEMENT_TIMEOUT[process],
        applicationName: `visavis-${process}`,
      }).initialize();
    return {
      module: DatabaseModule,
      providers: [
        { provide: DataSource, inject: [CONFIGURATION], useFactory: connect },
        Transactions,
        Statements,
      ],
      exports: [DataSource, Transactions, Statements],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
