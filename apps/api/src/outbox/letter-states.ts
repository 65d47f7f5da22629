import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Transactions } from '../database/transactions';
import type { LeaveReason, LetterRef } from './letter-writer';

export interface Claimed {
  readonly kind: string;
  readonly attempts: number;
}

/**
 * The visible state of a letter, changed by the worker: `planned → sending → sent | failed | superseded`, or back
 * to `planned` when it is to be tried again. Reasons are short words, never an address or a name.
 */
@Injectable()
export class LetterStates {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a letter before anything is said to the mail server. One left in `sending` by a worker that died is
   * taken again: it may reach its reader twice, under the same Message-ID.
   *
   * @returns its kind and how often it has been taken, or null when there is nothing left to do
   */
  async claim(ref: LetterRef): Promise<Claimed | null> {
    const rows = await this.change<Claimed>(
      ref,
      `UPDATE letter SET state = 'sending', attempts = attempts + 1
       WHERE practice_id = $1 AND id = $2 AND state IN ('planned', 'sending') RETURNING kind, attempts`,
    );
    return rows[0] ?? null;
  }

  async sent(ref: LetterRef): Promise<void> {
    await this.change(
      ref,
      `UPDATE letter SET state = 'sent', sent_at = $3, failure = NULL WHERE practice_id = $1 AND id = $2 AND state = 'sending'`,
      [new Date(this.clock.now())],
    );
  }

  async tryAgain(ref: LetterRef, reason: string): Promise<void> {
    await this.change(
      ref,
      `UPDATE letter SET state = 'planned', failure = $3 WHERE practice_id = $1 AND id = $2 AND state = 'sending'`,
      [reason],
    );
  }

  async fail(ref: LetterRef, reason: string): Promise<void> {
    await this.change(
      ref,
      `UPDATE letter SET state = 'failed', failure = $3 WHERE practice_id = $1 AND id = $2 AND state = 'sending'`,
      [reason],
    );
  }

  async leave(ref: LetterRef, reason: LeaveReason): Promise<void> {
    await this.change(
      ref,
      `UPDATE letter SET state = 'superseded', failure = $3 WHERE practice_id = $1 AND id = $2 AND state = 'sending'`,
      [reason],
    );
  }

  /** After the last try; the reason of the last failure stays. */
  async giveUp(ref: LetterRef): Promise<boolean> {
    const rows = await this.change(
      ref,
      `UPDATE letter SET state = 'failed', failure = coalesce(failure, 'given-up')
       WHERE practice_id = $1 AND id = $2 AND state IN ('planned', 'sending') RETURNING id`,
    );
    return rows.length > 0;
  }

  async markRelayed(practiceId: string, letterIds: readonly string[]): Promise<void> {
    await this.transactions.inPractice(practiceId, null, (transaction) =>
      transaction.query(`UPDATE letter SET relayed_at = $3 WHERE practice_id = $1 AND id = ANY($2::uuid[])`, [
        practiceId,
        letterIds,
        new Date(this.clock.now()),
      ]),
    );
  }

  private async change<Row>(ref: LetterRef, update: string, more: readonly unknown[] = []): Promise<Row[]> {
    return this.transactions.inPractice(ref.practiceId, null, async (transaction) => {
      const answer: unknown = await transaction.query(update, [ref.practiceId, ref.letterId, ...more]);
      // TypeORM answers an UPDATE with its rows and their number.
      return (answer as [Row[], number])[0];
    });
  }
}
