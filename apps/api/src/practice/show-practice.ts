import type { PracticeSettingsReply } from '@visavis/practice';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import type { Asking } from '../http/asking';
import { readPractice } from './read-practice';

@Injectable()
export class ShowPractice {
  constructor(private readonly transactions: Transactions) {}

  show({ practiceId, accountId }: Asking): Promise<PracticeSettingsReply> {
    return this.transactions.inPractice(practiceId, accountId, (transaction) =>
      readPractice(transaction, practiceId),
    );
  }
}
