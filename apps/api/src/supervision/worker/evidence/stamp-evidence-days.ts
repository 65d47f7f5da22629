import { DAY } from '@visavis/kernel';
import { merklePath, merkleRoot } from '@visavis/supervision';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../clock/clock';
import { Transactions } from '../../../database/transactions';
import { sha256Bytes } from '../../documents/sha256';
import { NoTimestamp } from '../../documents/timestamp/ask-authority';
import { TimestampAuthority } from '../../documents/timestamp/timestamp-authority';
import { dayOf } from './check-evidence-day';

/** Milliseconds for which a day that no authority stamped is tried. */
const TRIED_FOR = 30 * DAY;

interface DayRef {
  readonly practice_id: string;
  readonly day: string;
}

/** Puts a proven time (RFC 3161) behind the days of all practices with one question; without an authority there is none. */
@Injectable()
export class StampEvidenceDays {
  private readonly log = new Logger(StampEvidenceDays.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly authority: TimestampAuthority,
  ) {}

  /** @returns how many days are stamped now; what could not be had is asked for again the next time */
  async stampDue(): Promise<number> {
    const stamp = this.authority.stamp();
    if (stamp === null) return 0;
    const days = await this.transactions.outside<DayRef>('SELECT practice_id, day FROM unstamped_days($1)', [
      dayOf(this.clock.now() - TRIED_FOR),
    ]);
    if (days.length === 0) return 0;
    const roots: Buffer[] = [];
    for (const day of days) roots.push(await this.readRoot(day));
    try {
      const { token, at } = await stamp.ask(merkleRoot(roots, sha256Bytes));
      for (const [index, day] of days.entries())
        await this.keep(day, JSON.stringify(merklePath(roots, index, sha256Bytes)), Buffer.from(token), at);
      return days.length;
    } catch (error) {
      if (!(error instanceof NoTimestamp)) throw error;
      this.log.warn({ stamp: 'pending', days: days.length });
      return 0;
    }
  }

  private readRoot({ practice_id: practiceId, day }: DayRef): Promise<Buffer> {
    return this.transactions.inPractice(practiceId, null, async (transaction) => {
      const [row]: { root: Buffer }[] = await transaction.query(
        'SELECT root FROM evidence_day WHERE practice_id = $1 AND day = $2',
        [practiceId, day],
      );
      if (row === undefined) throw new Error('the day is gone');
      return row.root;
    });
  }

  /** The first stamp of a day stays. */
  private keep(
    { practice_id: practiceId, day }: DayRef,
    path: string,
    token: Buffer,
    at: Date,
  ): Promise<unknown> {
    return this.transactions.inPractice(practiceId, null, (transaction) =>
      transaction.query(
        `INSERT INTO evidence_stamp (practice_id, day, path, stamp, stamped_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [practiceId, day, path, token, at],
      ),
    );
  }
}
