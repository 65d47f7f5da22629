import type { AccountWish, SessionReply } from '@visavis/account';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { noteAct } from '../../practice/audit.queries';
import { ShowSession } from '../show-session';

/** A person's own name and language, the same in all of their practices. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly showing: ShowSession,
    private readonly clock: Clock,
  ) {}

  async change(asking: Asking, { name, language }: AccountWish): Promise<SessionReply> {
    const { practiceId, accountId } = asking;
    await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      await transaction.query(
        'UPDATE account SET name = coalesce($2, name), language = coalesce($3, language) WHERE id = $1',
        [accountId, name ?? null, language ?? null],
      );
      await transaction.query('SELECT renew_own_members()');
      await noteAct(transaction, asking, 'account-changed', accountId, this.clock.now());
    });
    return this.showing.show(asking);
  }
}
