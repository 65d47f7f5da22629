import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { RenewSession, type SignedIn } from '../renew-session';
import { SESSION_LIFE } from '../session-token';

/** The second factor was right: the waiting session becomes a whole one, under a new token. */
@Injectable()
export class CompleteSignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly renewing: RenewSession,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-signed-in when the session ended meanwhile */
  async complete(waiting: Asking): Promise<SignedIn> {
    const now = this.clock.now();
    const token = await this.transactions.asPerson(waiting.accountId, (transaction) =>
      this.renewing.renew(transaction, waiting, { secondFactorAt: now, expiresAt: now + SESSION_LIFE }),
    );
    return this.renewing.answer(token);
  }
}
