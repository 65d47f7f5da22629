import type { SecondFactorWish } from '@visavis/account';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { noteAct } from '../../practice/audit.queries';
import { TellPerson } from '../letters/tell-person';
import { useRecoveryCode } from './recovery-codes';
import { useTotp } from './use-totp';

/** Uses up a code of an authenticator, or a recovery code. */
@Injectable()
export class CheckSecondFactor {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
    private readonly telling: TellPerson,
    private readonly clock: Clock,
  ) {}

  async check(waiting: Asking, wish: SecondFactorWish): Promise<boolean> {
    const { practiceId, accountId } = waiting;
    const { SECRET_KEY: key } = this.configuration;
    const now = this.clock.now();
    const opens = await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      if (wish.method === 'totp')
        return (await useTotp(transaction, key, accountId, wish.code, now)) !== null;
      if (!(await useRecoveryCode(transaction, key, accountId, wish.code))) return false;
      await noteAct(transaction, waiting, 'recovery-code-used', accountId, now);
      await this.telling.plan(transaction, waiting, 'recovery-code-used', accountId, now);
      return true;
    });
    if (opens && wish.method === 'recovery-code') this.telling.hurry();
    return opens;
  }
}
