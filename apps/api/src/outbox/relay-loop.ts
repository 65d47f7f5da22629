import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../configuration/configuration';
import { BellListener } from './bell-listener';
import { RelayLetters } from './relay-letters';

/** The sweep behind the bell, and the search for stranded letters, in milliseconds. */
const SWEEP_EVERY = 2_000;
const STRANDED_EVERY = 600_000;

/** Runs the relay: at every ring, every two seconds in any case, never twice at once. */
@Injectable()
export class RelayLoop implements OnModuleDestroy {
  private readonly log = new Logger(RelayLoop.name);
  private readonly listener: BellListener;
  private sweep: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private rungMeanwhile = false;
  private strandedAt = 0;
  private stopped = false;
  /** Milliseconds (monotonic) of the last pass that went well. */
  passedAt = 0;

  constructor(
    @Inject(CONFIGURATION) configuration: Configuration,
    private readonly relay: RelayLetters,
  ) {
    this.listener = new BellListener(configuration.DATABASE_URL, () => this.wake());
  }

  async start(): Promise<void> {
    await this.listener.listen();
    this.sweep = setInterval(() => this.wake(), SWEEP_EVERY);
    this.wake();
  }

  /** One pass now, or right after the one under way. */
  wake(): void {
    if (this.stopped) return;
    if (this.running !== null) {
      this.rungMeanwhile = true;
      return;
    }
    this.running = this.pass().finally(() => {
      this.running = null;
      if (!this.rungMeanwhile) return;
      this.rungMeanwhile = false;
      this.wake();
    });
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.sweep !== null) clearInterval(this.sweep);
    await this.listener.stop();
    await this.running;
  }

  private async pass(): Promise<void> {
    try {
      await this.relay.relayDue();
      if (performance.now() - this.strandedAt > STRANDED_EVERY) {
        this.strandedAt = performance.now();
        await this.relay.relayStranded();
      }
      this.passedAt = performance.now();
    } catch (error) {
      // The database is away: the next sweep tries again.
      this.log.error({ relay: 'failed', error: error instanceof Error ? error.name : 'unknown' });
    }
  }
}
