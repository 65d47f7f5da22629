import type { FeedReply } from '@visavis/booking';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions, type Transaction } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { noteAct } from '../../practice/audit.queries';
import { feedSecret } from './feed-secret';

interface FeedRow {
  readonly practice: string;
  readonly supervisor: string;
  readonly version: number;
  readonly details: boolean;
}

/** The supervisor's own calendar feed: its secret address, and whether it tells more than "busy". */
@Injectable()
export class FeedSettings {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  show(asking: SupervisorAsking): Promise<FeedReply> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, (transaction) =>
      this.read(transaction, asking),
    );
  }

  change(asking: SupervisorAsking, details: boolean): Promise<FeedReply> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, async (transaction) => {
      await transaction.query('UPDATE supervisor SET feed_details = $3 WHERE practice_id = $1 AND id = $2', [
        asking.practiceId,
        asking.supervisorId,
        details,
      ]);
      await noteAct(transaction, asking, 'feed-changed', asking.supervisorId, this.clock.now());
      return this.read(transaction, asking);
    });
  }

  /** A new address; the old one is not found from now on. */
  rotate(asking: SupervisorAsking): Promise<FeedReply> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, async (transaction) => {
      await transaction.query(
        'UPDATE supervisor SET feed_version = feed_version + 1 WHERE practice_id = $1 AND id = $2',
        [asking.practiceId, asking.supervisorId],
      );
      await noteAct(transaction, asking, 'feed-rotated', asking.supervisorId, this.clock.now());
      return this.read(transaction, asking);
    });
  }

  private async read(transaction: Transaction, asking: SupervisorAsking): Promise<FeedReply> {
    const rows: FeedRow[] = await transaction.query(
      `SELECT d.slug AS practice, s.slug AS supervisor, s.feed_version AS version, s.feed_details AS details
       FROM supervisor s JOIN practice_address d ON d.practice_id = s.practice_id AND d.current
       WHERE s.practice_id = $1 AND s.id = $2`,
      [asking.practiceId, asking.supervisorId],
    );
    if (rows[0] === undefined) throw new Refusal<GeneralRefusal>('not-found');
    const { practice, supervisor, version, details } = rows[0];
    const secret = feedSecret(this.configuration.SECRET_KEY, asking, version);
    return {
      url: `${this.configuration.PUBLIC_URL}/calendar/${practice}/${supervisor}/${secret}.ics`,
      details,
    };
  }
}
