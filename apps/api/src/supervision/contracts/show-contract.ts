import type { ContractReply } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { readContract } from './read-contract';

/** One contract with everything that can be read and done in it. */
@Injectable()
export class ShowContract {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found */
  show(asking: Asking, id: string): Promise<ContractReply> {
    return this.transactions.inPractice(asking.practiceId, asking.accountId, (transaction) =>
      readContract(transaction, asking, id, this.clock.now()),
    );
  }
}
