import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { CONFIGURATION, type Configuration } from '../configuration/configuration';

/** Milliseconds a look at the database may take before it counts as out of reach. */
const PATIENCE = 1_000;

/** Milliseconds after which a due letter that nobody took says that no worker is at work. */
const WAITING_AFTER = 60_000;

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

  /** Whether a letter has been due for a minute and no worker has handed it to the queue. */
  async lettersWait(now: number): Promise<boolean> {
    const { rows } = await this.pool.query('SELECT letter_id FROM due_letters($1, 1)', [
      new Date(now - WAITING_AFTER),
    ]);
    return rows.length > 0;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}
