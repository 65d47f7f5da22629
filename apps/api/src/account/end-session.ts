import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import type { Asking } from '../http/asking';

/** Signing out ends the session on the server: a copied cookie opens nothing afterwards. */
@Injectable()
export class EndSession {
  constructor(private readonly transactions: Transactions) {}

  async end({ accountId, sessionId }: Pick<Asking, 'accountId' | 'sessionId'>): Promise<void> {
    await this.transactions.asPerson(accountId, (transaction) =>
      transaction.query('DELETE FROM session WHERE account_id = $1 AND id = $2', [accountId, sessionId]),
    );
  }
}
