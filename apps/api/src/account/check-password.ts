import { Injectable } from '@nestjs/common';
import { Statements } from '../database/statements';
import { Transactions } from '../database/transactions';
import { decoySecret, hashPassword, isOutdated, passwordMatches } from './password';

interface PasswordRow {
  readonly account_id: string | null;
  readonly secret: string | null;
}

const READ = 'SELECT account_id, secret FROM read_password($1)';

/** The account that an address and a password open. An unknown address costs the same time as a wrong password. */
@Injectable()
export class CheckPassword {
  private readonly decoy = decoySecret();

  constructor(
    private readonly statements: Statements,
    private readonly transactions: Transactions,
  ) {}

  /** The account's id, or null for whatever reason. */
  async check(email: string, password: string): Promise<string | null> {
    // PostgreSQL takes no NUL in text; an address has no space or control character in it anyway.
    const asked = /^[!-~\u00a1-\uffff]+$/.test(email) ? email : '';
    const row = await this.statements.one<PasswordRow>('read-password', READ, [asked]);
    const { account_id: accountId = null, secret = null } = row ?? {};
    const matches = await passwordMatches(password, secret ?? this.decoy);
    if (accountId === null || secret === null || !matches) return null;
    if (isOutdated(secret)) await this.renewSecret(accountId, secret, password);
    return accountId;
  }

  /** Of somebody who is signed in. Null for the account has no password: then none is right. */
  async isPasswordOf(accountId: string, password: string): Promise<boolean> {
    const secret = await this.readSecret(accountId);
    return secret !== null && (await passwordMatches(password, secret));
  }

  /** Of an account that belongs to a practice: nobody else has anything to sign in to. */
  private readSecret(accountId: string): Promise<string | null> {
    return this.transactions.asPerson(accountId, async (transaction) => {
      const rows: { secret: string }[] = await transaction.query(
        `SELECT c.secret FROM credential c
         WHERE c.account_id = $1 AND c.kind = 'password'
           AND EXISTS (SELECT 1 FROM membership_index m WHERE m.account_id = c.account_id)`,
        [accountId],
      );
      return rows[0]?.secret ?? null;
    });
  }

  /** Today's cost for a secret of yesterday, unless it changed meanwhile. */
  private async renewSecret(accountId: string, secret: string, password: string): Promise<void> {
    const renewed = await hashPassword(password);
    await this.transactions.asPerson(accountId, (transaction) =>
      transaction.query(
        `UPDATE credential SET secret = $3 WHERE account_id = $1 AND kind = 'password' AND secret = $2`,
        [accountId, secret, renewed],
      ),
    );
  }
}
