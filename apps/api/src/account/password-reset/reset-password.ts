import type { AccountRefusal, NewPasswordWish } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { resetSecret, sameText } from '../codes/derive-code';
import { OneTimeCodes } from '../codes/one-time-codes';
import { keepPassword } from '../credentials/keep-password';
import { refuseCommonPassword } from '../credentials/refuse-common-password';
import { TellPerson } from '../letters/tell-person';
import { hashPassword } from '../password';

interface Reset {
  readonly account: string;
  readonly practice: string;
  readonly member: string;
}

const FIND = `
  SELECT a.id AS account, p.practice_id AS practice, p.member_id AS member
  FROM find_code($1, 'password-reset') AS a(id), LATERAL practices_of(a.id) AS p WHERE a.id IS NOT NULL LIMIT 1`;

/** A new password by the link of a letter. Every session ends; the second factor stays what it was. */
@Injectable()
export class ResetPassword {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
    private readonly codes: OneTimeCodes,
    private readonly telling: TellPerson,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal link-over for a link that is used, too old, or never was; password-too-common */
  async reset(id: string, secret: string, { password }: NewPasswordWish): Promise<void> {
    const reset = await this.find(id, secret);
    await refuseCommonPassword(password);
    const hashed = await hashPassword(password);
    const { account: accountId, practice: practiceId, member: memberId } = reset;
    const now = this.clock.now();
    await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      if (!(await this.codes.use(transaction, { accountId }, id, now)))
        throw new Refusal<AccountRefusal>('link-over');
      await keepPassword(transaction, accountId, hashed, now);
      await transaction.query('DELETE FROM session WHERE account_id = $1', [accountId]);
      await this.telling.plan(transaction, { practiceId, memberId }, 'password-changed', accountId, now);
    });
    this.telling.hurry();
  }

  /** Looks before hashing costs anything; using it up has the last word. */
  private async find(id: string, secret: string): Promise<Reset> {
    if (!sameText(secret, resetSecret(this.configuration.SECRET_KEY, id)))
      throw new Refusal<AccountRefusal>('link-over');
    const [reset] = await this.transactions.outside<Reset>(FIND, [id]);
    if (reset === undefined) throw new Refusal<AccountRefusal>('link-over');
    return reset;
  }
}
