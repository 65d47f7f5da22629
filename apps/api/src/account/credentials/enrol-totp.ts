import type { AccountRefusal, ConfirmTotpWish, TotpReply } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { RateLimits } from '../../http/rate-limits';
import { RenewSession, type SignedIn } from '../renew-session';
import { seal } from '../second-factor/seal';
import { newTotpSecret, totpUri } from '../second-factor/totp';
import { useTotp } from '../second-factor/use-totp';
import { NoteCredential } from './note-credential';

/** An authenticator is enrolled in two steps: a secret that waits, and a code that proves it arrived. */
@Injectable()
export class EnrolTotp {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
    private readonly renewing: RenewSession,
    private readonly noting: NoteCredential,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** A new secret in the place of one that no code has confirmed; the one in use goes on. */
  async begin({ accountId }: Asking): Promise<TotpReply> {
    const secret = newTotpSecret();
    const credentialId = randomUUIDv7();
    const sealed = seal(this.configuration.SECRET_KEY, { accountId, credentialId }, secret);
    const email = await this.transactions.asPerson(accountId, async (transaction) => {
      const [account]: { email: string }[] = await transaction.query(
        'SELECT email FROM account WHERE id = $1 FOR UPDATE',
        [accountId],
      );
      await forget(transaction, accountId, true);
      await transaction.query(
        `INSERT INTO credential (id, account_id, kind, secret, waiting, created_at) VALUES ($1, $2, 'totp', $3, true, $4)`,
        [credentialId, accountId, sealed, new Date(this.clock.now())],
      );
      return account?.email ?? '';
    });
    return { uri: totpUri(secret, email), secret };
  }

  /** @throws Refusal wrong-code */
  async confirm(asking: Asking, { code }: ConfirmTotpWish): Promise<SignedIn> {
    const { practiceId, accountId } = asking;
    await this.limits.code(accountId);
    const now = this.clock.now();
    const token = await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const key = this.configuration.SECRET_KEY;
      const credentialId = await useTotp(transaction, key, accountId, code, now, true);
      if (credentialId === null) throw new Refusal<AccountRefusal>('wrong-code');
      await forget(transaction, accountId, false);
      await transaction.query('UPDATE credential SET waiting = false WHERE account_id = $1 AND id = $2', [
        accountId,
        credentialId,
      ]);
      await this.noting.note(transaction, asking, 'totp-added', credentialId, now);
      return this.renewing.renew(transaction, asking, { secondFactorAt: now });
    });
    this.noting.hurry();
    return this.renewing.answer(token);
  }
}

async function forget(transaction: Transaction, accountId: string, waiting: boolean): Promise<void> {
  await transaction.query(`DELETE FROM credential WHERE account_id = $1 AND kind = 'totp' AND waiting = $2`, [
    accountId,
    waiting,
  ]);
}
