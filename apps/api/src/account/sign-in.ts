import type { AccountRefusal, SecondFactorMethod, SignInReply } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Transactions } from '../database/transactions';
import type { Device } from './device-words';
import { EndSession } from './end-session';
import { OpenSession } from './open-session';
import { RecogniseSession } from './recognise-session';
import { RenewSession } from './renew-session';
import { SESSION_LIFE, WAITING_LIFE } from './session-token';

export interface Begun {
  /** For the cookie and nothing else. */
  readonly token: string;
  readonly reply: SignInReply;
}

/** The browser that signs in: what it is, and the session it held before, whoever's that was. */
export interface From {
  readonly device: Device;
  readonly formerToken: string | undefined;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly opening: OpenSession,
    private readonly ending: EndSession,
    private readonly sessions: RecogniseSession,
    private readonly renewing: RenewSession,
    private readonly clock: Clock,
  ) {}

  /**
   * After the password was checked. Who has enrolled a second factor gets a session that only waits for it.
   *
   * @throws Refusal wrong-credentials when the person is in no practice any more
   */
  async afterPassword(accountId: string, from: From): Promise<Begun> {
    const methods = await this.methodsOf(accountId);
    const token = await this.open(accountId, from, null, methods.length === 0 ? SESSION_LIFE : WAITING_LIFE);
    if (methods.length > 0) return { token, reply: { next: 'second-factor', methods } };
    return this.renewing.answer(token);
  }

  /** A passkey is both factors, and the proof that it is the person. @throws Refusal passkey-refused likewise */
  async afterPasskey(accountId: string, from: From): Promise<Begun> {
    const token = await this.open(accountId, from, this.clock.now(), SESSION_LIFE);
    return this.renewing.answer(token);
  }

  private async open(
    accountId: string,
    { device, formerToken }: From,
    passkeyAt: number | null,
    life: number,
  ): Promise<string> {
    const former = await this.sessions.find(formerToken);
    if (former !== null) await this.ending.end(former.asking);
    const [first] = await this.transactions.outside<{ practice_id: string }>(
      'SELECT practice_id FROM practices_of($1) LIMIT 1',
      [accountId],
    );
    if (first === undefined)
      throw new Refusal<AccountRefusal>(passkeyAt === null ? 'wrong-credentials' : 'passkey-refused');
    return this.opening.open({ accountId, practiceId: first.practice_id, device, passkeyAt, life });
  }

  /** Recovery codes stand in for what is enrolled, never alone. */
  private async methodsOf(accountId: string): Promise<SecondFactorMethod[]> {
    const rows: { kind: SecondFactorMethod }[] = await this.transactions.asPerson(accountId, (transaction) =>
      transaction.query(
        `SELECT DISTINCT kind FROM credential WHERE account_id = $1 AND kind <> 'password' AND NOT waiting`,
        [accountId],
      ),
    );
    const kinds = rows.map(({ kind }) => kind);
    if (!kinds.includes('totp') && !kinds.includes('passkey')) return [];
    return (['totp', 'passkey', 'recovery-code'] as const).filter((kind) => kinds.includes(kind));
  }
}
