import type { RetentionReply } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { readRetention } from './read-retention';

@Injectable()
export class ShowRetention {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  show({ practiceId, accountId }: Asking): Promise<RetentionReply> {
    return this.transactions.inPractice(practiceId, accountId, (transaction) =>
      readRetention(transaction, practiceId, this.clock.now()),
    );
  }
}
