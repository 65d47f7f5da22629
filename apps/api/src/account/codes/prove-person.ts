import type { AccountRefusal, ProofWish } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { CheckPasskey } from '../passkeys/check-passkey';
import { RenewSession, type Renewal, type SignedIn } from '../renew-session';
import { codeOf, sameText } from './derive-code';
import { OneTimeCodes } from './one-time-codes';

/** A fresh proof that it is still the person who signed in: the code of a letter, or a passkey of theirs. */
@Injectable()
export class ProvePerson {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
    private readonly codes: OneTimeCodes,
    private readonly passkeys: CheckPasskey,
    private readonly renewing: RenewSession,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal wrong-code, passkey-refused, not-signed-in */
  async prove(asking: Asking, wish: ProofWish, ceremony: string | undefined): Promise<SignedIn> {
    const now = this.clock.now();
    const token =
      'code' in wish
        ? await this.byCode(asking, wish.code, now)
        : await this.byPasskey(asking, wish.passkey, ceremony, now);
    return this.renewing.answer(token);
  }

  private async byCode(asking: Asking, given: string, now: number): Promise<string> {
    const code = await this.codes.attempt(asking, 'proof', now);
    if (code === null || !sameText(given, codeOf(this.configuration.SECRET_KEY, 'proof', code.id)))
      throw new Refusal<AccountRefusal>('wrong-code');
    return this.transactions.asPerson(asking.accountId, async (transaction) => {
      if (!(await this.codes.use(transaction, asking, code.id, now)))
        throw new Refusal<AccountRefusal>('wrong-code');
      return this.renewing.renew(transaction, asking, { provenAt: now, provenBy: 'email-code' });
    });
  }

  private async byPasskey(
    asking: Asking,
    assertion: Extract<ProofWish, { passkey: unknown }>['passkey'],
    ceremony: string | undefined,
    now: number,
  ): Promise<string> {
    const accountId = await this.passkeys.check(assertion, ceremony);
    if (accountId !== asking.accountId) throw new Refusal<AccountRefusal>('passkey-refused');
    const renewal: Renewal = { secondFactorAt: now, provenAt: now, provenBy: 'passkey' };
    return this.transactions.asPerson(accountId, (transaction) =>
      this.renewing.renew(transaction, asking, renewal),
    );
  }
}
