import { HOUR, MINUTE } from '@visavis/kernel';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { noteDegradation } from '../../../operation/degradations';
import { CheckEvidenceDay } from './check-evidence-day';
import { StampEvidenceDays } from './stamp-evidence-days';

/** Milliseconds to the first look, and from one to the next: whoever comes first after midnight (UTC) does the day. */
const FIRST_AFTER = MINUTE;
const EVERY = HOUR;

/** The daily round over the evidence of contracts, in every worker. */
@Injectable()
export class EvidenceLoop implements OnModuleDestroy {
  private readonly log = new Logger(EvidenceLoop.name);
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly checks: CheckEvidenceDay,
    private readonly stamps: StampEvidenceDays,
  ) {}

  start(after = FIRST_AFTER): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.round().finally(() => this.start(EVERY));
    }, after);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.running;
  }

  private async round(): Promise<void> {
    try {
      await this.checks.checkDue();
      await this.stamps.stampDue();
      noteDegradation('chores', false, 'evidence');
    } catch (error) {
      noteDegradation('chores', true, 'evidence');
      this.log.error({ error: error instanceof Error ? error.name : 'unknown' });
    }
  }
}
