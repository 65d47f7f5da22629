import { needsSecondFactor, type AccountRefusal } from '@visavis/account';
import { Refusal, type GeneralRefusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { NoteCredential } from './note-credential';

interface Enrolled {
  readonly id: string;
  readonly kind: 'totp' | 'passkey';
}

/** Takes an authenticator or a passkey away, unless the person's roles would be left without one. */
@Injectable()
export class RemoveSecondFactor {
  constructor(
    private readonly transactions: Transactions,
    private readonly noting: NoteCredential,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, last-second-factor */
  removeTotp(asking: Asking): Promise<void> {
    return this.remove(asking, ({ kind }) => kind === 'totp');
  }

  /** @throws Refusal not-found, last-second-factor */
  removePasskey(asking: Asking, id: string): Promise<void> {
    return this.remove(asking, (one) => one.kind === 'passkey' && one.id === id);
  }

  private async remove(asking: Asking, isIt: (one: Enrolled) => boolean): Promise<void> {
    const { practiceId, accountId } = asking;
    const now = this.clock.now();
    await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const enrolled = await lockEnrolled(transaction, accountId);
      const found = enrolled.find(isIt);
      if (found === undefined) throw new Refusal<GeneralRefusal>('not-found');
      if (enrolled.length === 1) {
        if (needsSecondFactor(asking.roles) || (await needsElsewhere(transaction, asking)))
          throw new Refusal<AccountRefusal>('last-second-factor');
        // Recovery codes stand in for a second factor, and there is none to stand in for.
        await transaction.query(`DELETE FROM credential WHERE account_id = $1 AND kind = 'recovery-code'`, [
          accountId,
        ]);
      }
      await transaction.query('DELETE FROM credential WHERE account_id = $1 AND id = $2', [
        accountId,
        found.id,
      ]);
      const change = found.kind === 'totp' ? 'totp-removed' : 'passkey-removed';
      await this.noting.note(transaction, asking, change, found.id, now);
    });
    this.noting.hurry();
  }
}

/** One change of a person's second factors at a time: two removals must not leave none. */
async function lockEnrolled(transaction: Transaction, accountId: string): Promise<Enrolled[]> {
  await transaction.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [accountId]);
  return transaction.query(
    `SELECT id, kind FROM credential WHERE account_id = $1 AND kind IN ('totp', 'passkey') AND NOT waiting`,
    [accountId],
  );
}

/** A coach here may be a supervisor elsewhere. */
async function needsElsewhere(transaction: Transaction, asking: Asking): Promise<boolean> {
  const [row]: { roles: Asking['roles'] }[] = await transaction.query('SELECT own_roles($1, $2) AS roles', [
    asking.accountId,
    asking.practiceId,
  ]);
  return needsSecondFactor(row?.roles ?? []);
}
