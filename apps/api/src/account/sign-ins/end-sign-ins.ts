import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';

/** Ends sign-ins of one's own from elsewhere: a lost phone, somebody else's computer. */
@Injectable()
export class EndSignIns {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-found also for a session of somebody else */
  async end({ accountId }: Asking, id: string): Promise<void> {
    await this.transactions.asPerson(accountId, async (transaction) => {
      const [ended]: [unknown[], number] = await transaction.query(
        'DELETE FROM session WHERE account_id = $1 AND id = $2 RETURNING id',
        [accountId, id],
      );
      if (ended.length === 0) throw new Refusal<GeneralRefusal>('not-found');
    });
  }

  async endOthers(asking: Asking): Promise<void> {
    await this.transactions.asPerson(asking.accountId, (transaction) =>
      endOtherSessions(transaction, asking),
    );
  }
}

export async function endOtherSessions(
  transaction: Transaction,
  { accountId, sessionId }: Pick<Asking, 'accountId' | 'sessionId'>,
): Promise<void> {
  await transaction.query('DELETE FROM session WHERE account_id = $1 AND id <> $2', [accountId, sessionId]);
}
