import type { AccountRefusal, ChangePasswordWish } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { RateLimits } from '../../http/rate-limits';
import { CheckPassword } from '../check-password';
import { hashPassword } from '../password';
import { RenewSession, type SignedIn } from '../renew-session';
import { endOtherSessions } from '../sign-ins/end-sign-ins';
import { keepPassword } from './keep-password';
import { NoteCredential } from './note-credential';
import { refuseCommonPassword } from './refuse-common-password';

/** Somebody who is signed in chooses a new password; everywhere else they are signed out. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly passwords: CheckPassword,
    private readonly limits: RateLimits,
    private readonly noting: NoteCredential,
    private readonly renewing: RenewSession,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal wrong-credentials (the current one), password-too-common, too-many-requests, unavailable */
  async change(asking: Asking, { current, password }: ChangePasswordWish): Promise<SignedIn> {
    const { practiceId, accountId } = asking;
    await this.limits.code(accountId);
    if (!(await this.passwords.isPasswordOf(accountId, current)))
      throw new Refusal<AccountRefusal>('wrong-credentials');
    await refuseCommonPassword(password);
    const secret = await hashPassword(password);
    const now = this.clock.now();
    const token = await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      await keepPassword(transaction, accountId, secret, now);
      await endOtherSessions(transaction, asking);
      await this.noting.note(transaction, asking, 'password-changed', accountId, now);
      return this.renewing.renew(transaction, asking, {});
    });
    this.noting.hurry();
    return this.renewing.answer(token);
  }
}
