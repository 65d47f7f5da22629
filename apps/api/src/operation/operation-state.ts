import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { CONFIGURATION, type Configuration } from '../configuration/configuration';

/** Milliseconds a look at the database may take before it counts as out of reach. */
const PATIENCE = 1_000;

/** Whether this process takes requests: it has started, is not leaving, and reaches the database. */
@Injectable()
export class OperationState implements OnApplicationShutdown {
  private open = false;
  /** One connection of its own: a busy pool must not look like a dead database. */
  private readonly pool: Pool;

  constructor(@Inject(CONFIGURATION) configuration: Configuration) {
    this.pool = new Pool({
      connectionString: configuration.DATABASE_URL,
      max: 1,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
      application_name: 'visavis-health',
    });
    this.pool.on('error', () => undefined); // an idle connection broke: the next look opens another
  }

  enter(): void {
    this.open = true;
  }

  leave(): void {
    this.open = false;
  }

  async isReady(): Promise<boolean> {
    if (!this.open) return false;
    return this.pool.query('SELECT 1').then(
      () => true,
      () => false,
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
