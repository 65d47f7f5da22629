import { SHORTEST_PASSWORD } from '@visavis/account';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import { RateLimits } from '../http/rate-limits';
import { malformed } from '../http/shape';
import { refuseCommonPassword } from './credentials/refuse-common-password';
import { hashPassword, passwordMatches } from './password';
import { RecogniseSession } from './recognise-session';

/** Who a person is, on the routes that are open to all and still depend on it. */
@Injectable()
export class PersonAtTheDoor {
  constructor(
    private readonly sessions: RecogniseSession,
    private readonly limits: RateLimits,
    private readonly transactions: Transactions,
  ) {}

  /** The account with this address, or null. */
  async accountOf(email: string): Promise<string | null> {
    const [row] = await this.transactions.outside<{ id: string | null }>('SELECT find_account($1) AS id', [
      email,
    ]);
    return row?.id ?? null;
  }

  /** The account of the browser's session, or null. */
  async signedIn(token: string | undefined): Promise<string | null> {
    return (await this.sessions.recognise(token))?.asking.accountId ?? null;
  }

  /** Counted like a sign-in. @throws Refusal too-many-requests */
  async passwordOpens(accountId: string, email: string, password: string, address: string): Promise<boolean> {
    await this.limits.signIn(address, email);
    const rows: { secret: string }[] = await this.transactions.asPerson(accountId, (transaction) =>
      transaction.query(`SELECT secret FROM credential WHERE account_id = $1 AND kind = 'password'`, [
        accountId,
      ]),
    );
    const secret = rows[0]?.secret;
    return secret !== undefined && (await passwordMatches(password, secret));
  }

  /** What is kept of a password that a person chose. @throws Refusal malformed naming `field`, password-too-common */
  async newPassword(password: string, field: string): Promise<string> {
    if (password.length < SHORTEST_PASSWORD) throw malformed([{ field, code: 'too-short' }]);
    await refuseCommonPassword(password);
    return hashPassword(password);
  }
}
