import type { AccountRefusal, ConfirmEmailWish, NewEmailWish } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import { violates } from '../../database/violates';
import type { Asking } from '../../http/asking';
import { codeOf, sameText } from '../codes/derive-code';
import { OneTimeCodes } from '../codes/one-time-codes';
import { NoteCredential } from '../credentials/note-credential';
import { TellPerson } from '../letters/tell-person';
import { RenewSession, type SignedIn } from '../renew-session';

/** Another address, proven on both: a code to the one that is left, another to the one that comes. */
@Injectable()
export class ChangeEmail {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
    private readonly codes: OneTimeCodes,
    private readonly noting: NoteCredential,
    private readonly telling: TellPerson,
    private readonly renewing: RenewSession,
    private readonly clock: Clock,
  ) {}

  /** An address that is somebody's gets another letter; the answer is the same. */
  async begin(asking: Asking, { email }: NewEmailWish): Promise<void> {
    const { practiceId, accountId } = asking;
    const target = email.toLowerCase();
    const now = this.clock.now();
    await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const [account]: { email: string; taken: boolean }[] = await transaction.query(
        'SELECT email, find_account($2) IS NOT NULL AS taken FROM account WHERE id = $1',
        [accountId, target],
      );
      const former = account?.email ?? '';
      const id = await this.codes.begin(transaction, asking, 'email-change', now, { target, former });
      await this.telling.plan(transaction, asking, 'email-code-current', id, now);
      const toTarget = account?.taken ? 'email-taken' : 'email-code-new';
      await this.telling.plan(transaction, asking, toTarget, id, now);
    });
    this.telling.hurry();
  }

  /** @throws Refusal wrong-code, also when the new address has become somebody else's */
  async confirm(asking: Asking, { currentCode, newCode }: ConfirmEmailWish): Promise<SignedIn> {
    const { practiceId, accountId } = asking;
    const now = this.clock.now();
    const code = await this.codes.attempt(asking, 'email-change', now);
    if (code === null || !this.fit(code.id, currentCode, newCode))
      throw new Refusal<AccountRefusal>('wrong-code');
    try {
      const token = await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
        if (!(await this.codes.use(transaction, asking, code.id, now)))
          throw new Refusal<AccountRefusal>('wrong-code');
        await transaction.query('UPDATE account SET email = $2 WHERE id = $1', [accountId, code.target]);
        await transaction.query('SELECT renew_own_members()');
        await this.noting.note(transaction, asking, 'email-changed', code.id, now);
        return this.renewing.renew(transaction, asking, {});
      });
      this.noting.hurry();
      return await this.renewing.answer(token);
    } catch (error) {
      if (violates(error, 'account_email')) throw new Refusal<AccountRefusal>('wrong-code');
      throw error;
    }
  }

  /** Both are compared, whatever the first says. */
  private fit(id: string, currentCode: string, newCode: string): boolean {
    const key = this.configuration.SECRET_KEY;
    const [current, next] = [
      sameText(currentCode, codeOf(key, 'email-current', id)),
      sameText(newCode, codeOf(key, 'email-new', id)),
    ];
    return current && next;
  }
}
