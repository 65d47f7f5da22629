import type { AvailabilityReply } from '@visavis/booking';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { readAvailability } from './read-availability';

@Injectable()
export class ShowAvailability {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  show(asking: SupervisorAsking): Promise<AvailabilityReply> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, (transaction) =>
      readAvailability(transaction, asking, this.clock.now()),
    );
  }
}
