import type { SwitchPracticeWish } from '@visavis/account';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Transactions } from '../database/transactions';
import type { Asking } from '../http/asking';
import { RenewSession, type SignedIn } from './renew-session';

/** The same person in another of their practices. */
@Injectable()
export class SwitchPractice {
  constructor(
    private readonly transactions: Transactions,
    private readonly renewing: RenewSession,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found for a practice that does not exist or is not theirs */
  async to(asking: Asking, { practice }: SwitchPracticeWish): Promise<SignedIn> {
    const [found] = await this.transactions.outside<{ practice_id: string }>(
      `SELECT p.practice_id FROM (SELECT practice_id FROM practices_of($1)
         UNION ALL SELECT practice_id FROM former_practices($1, $3)) p
       JOIN practice_address d ON d.practice_id = p.practice_id WHERE d.slug = $2`,
      [asking.accountId, /^[a-z0-9-]{2,60}$/.test(practice) ? practice : '', new Date(this.clock.now())],
    );
    if (found === undefined) throw new Refusal<GeneralRefusal>('not-found');
    const token = await this.transactions.asPerson(asking.accountId, (transaction) =>
      this.renewing.renew(transaction, asking, { practiceId: found.practice_id }),
    );
    return this.renewing.answer(token);
  }
}
