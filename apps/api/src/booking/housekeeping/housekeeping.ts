import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { HOUR, MINUTE } from '@visavis/kernel';
import { DataSource } from 'typeorm';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import { eraseLeftVaults } from '../../journal/vault/erase-left-vaults';
import { eraseSetAsideVaults } from '../../journal/vault/erase-set-aside-vaults';
import { noteDegradation } from '../../operation/degradations';
import { eraseDuePractices } from '../../practice/data/erase-due-practices';
import { eraseOutlivedContracts } from '../../practice/data/erase-outlived-contracts';
import { settleHeldSessions } from '../../supervision/sessions/settle-held-sessions';
import { CheckEvidenceDay } from '../../supervision/worker/evidence/check-evidence-day';
import { StampEvidenceDays } from '../../supervision/worker/evidence/stamp-evidence-days';
import { closeEndedCalls, finishPastAppointments } from './close-ended-calls';
import { eraseOutlivedCalls } from './erase-outlived-calls';
import {
  forgetClosedLimits,
  forgetExpiredSessions,
  forgetOldCodes,
  forgetOldKeys,
} from './forget-old-things';
import type { HousekeepingTools } from './housekeeping-tools';

interface Chore {
  readonly name: string;
  /** Milliseconds between the end of one round and the next. */
  readonly every: number;
  readonly run: (tools: HousekeepingTools) => Promise<unknown>;
}

const CHORES: readonly Chore[] = [
  { name: 'close-ended-calls', every: MINUTE, run: closeEndedCalls },
  { name: 'finish-past-appointments', every: 10 * MINUTE, run: finishPastAppointments },
  { name: 'settle-held-sessions', every: 10 * MINUTE, run: settleHeldSessions },
  { name: 'erase-outlived-calls', every: HOUR, run: eraseOutlivedCalls },
  { name: 'erase-outlived-contracts', every: HOUR, run: eraseOutlivedContracts },
  { name: 'erase-set-aside-vaults', every: HOUR, run: eraseSetAsideVaults },
  { name: 'erase-left-vaults', every: HOUR, run: eraseLeftVaults },
  { name: 'erase-due-practices', every: HOUR, run: eraseDuePractices },
  { name: 'forget-old-keys', every: HOUR, run: forgetOldKeys },
  { name: 'forget-expired-sessions', every: HOUR, run: forgetExpiredSessions },
  { name: 'forget-old-codes', every: HOUR, run: forgetOldCodes },
  { name: 'forget-closed-limits', every: HOUR, run: forgetClosedLimits },
];

/** First round after this many milliseconds, so that a start is not held up. */
const FIRST_AFTER = 3_000;

/** What time does to appointments and to what people left behind. Every chore may run in several workers. */
@Injectable()
export class Housekeeping implements OnModuleDestroy {
  private readonly log = new Logger(Housekeeping.name);
  private readonly tools: HousekeepingTools;
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly running = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    dataSource: DataSource,
    transactions: Transactions,
    clock: Clock,
    private readonly checks: CheckEvidenceDay,
    private readonly stamps: StampEvidenceDays,
  ) {
    this.tools = { dataSource, transactions, clock };
  }

  start(): void {
    for (const chore of [...CHORES, this.keepEvidenceDays()]) this.plan(chore, FIRST_AFTER);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all(this.running);
  }

  /** Whoever comes first after midnight (UTC) does the day: what was checked is what is stamped. */
  private keepEvidenceDays(): Chore {
    const run = async () => {
      await this.checks.checkDue();
      await this.stamps.stampDue();
    };
    return { name: 'keep-evidence-days', every: HOUR, run };
  }

  private plan(chore: Chore, after: number): void {
    if (this.stopped) return;
    const round = () => {
      const run = this.run(chore).finally(() => {
        this.running.delete(run);
        this.plan(chore, chore.every);
      });
      this.running.add(run);
    };
    this.timers.set(chore.name, setTimeout(round, after));
  }

  private async run({ name, run }: Chore): Promise<void> {
    try {
      await run(this.tools);
      noteDegradation('chores', false, name);
    } catch (error) {
      noteDegradation('chores', true, name);
      this.log.error({ chore: name, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
}
