import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { PassContractTime } from './pass-contract-time';
import { SealVersions } from './seal-versions';

/** Milliseconds between the end of one round and the next. */
const EVERY = 2_000;

/** Seals what was signed and moves what is due, in every worker. */
@Injectable()
export class ContractLoop implements OnModuleDestroy {
  private readonly log = new Logger(ContractLoop.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly seals: SealVersions,
    private readonly time: PassContractTime,
  ) {}

  start(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round().finally(() => this.start());
    }, EVERY);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.seals.sealDue();
      await this.time.passDue();
    } catch (error) {
      this.log.error({ error: error instanceof Error ? error.name : 'unknown' });
    }
  }
}
