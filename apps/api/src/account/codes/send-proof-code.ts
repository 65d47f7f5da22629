import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { RateLimits } from '../../http/rate-limits';
import { TellPerson } from '../letters/tell-person';
import { OneTimeCodes } from './one-time-codes';

/** A code by e-mail, for who is signed in and about to do something that must be them. */
@Injectable()
export class SendProofCode {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: OneTimeCodes,
    private readonly telling: TellPerson,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal too-many-requests, unavailable */
  async send(asking: Asking): Promise<void> {
    await this.limits.codeLetter(asking.accountId);
    const now = this.clock.now();
    await this.transactions.inPractice(asking.practiceId, asking.accountId, async (transaction) => {
      const id = await this.codes.begin(transaction, asking, 'proof', now);
      await this.telling.plan(transaction, asking, 'proof-code', id, now);
    });
    this.telling.hurry();
  }
}
