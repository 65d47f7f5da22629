import type { AccountRefusal, SessionReply } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../database/transactions';
import type { Device } from './device-words';
import { EndSession } from './end-session';
import { OpenSession } from './open-session';
import { RecogniseSession } from './recognise-session';
import { ShowSession } from './show-session';

export interface SignedIn {
  /** For the cookie and nothing else. */
  readonly token: string;
  readonly reply: SessionReply;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly transactions: Transactions,
    private readonly opening: OpenSession,
    private readonly ending: EndSession,
    private readonly sessions: RecogniseSession,
    private readonly showing: ShowSession,
  ) {}

  /**
   * After the password was checked: into the practice that was joined first. The session the browser held before
   * ends, whoever it belonged to.
   *
   * @throws Refusal wrong-credentials when the person is in no practice any more
   */
  async signIn(accountId: string, device: Device, formerToken: string | undefined): Promise<SignedIn> {
    const former = await this.sessions.recognise(formerToken);
    if (former !== null) await this.ending.end(former.asking);
    const [first] = await this.transactions.outside<{ practice_id: string }>(
      'SELECT practice_id FROM practices_of($1) LIMIT 1',
      [accountId],
    );
    if (first === undefined) throw new Refusal<AccountRefusal>('wrong-credentials');
    const session = {
      accountId,
      practiceId: first.practice_id,
      device,
      secondFactorAt: null,
      provenAt: null,
    };
    const token = await this.opening.open(session, null);
    const recognised = await this.sessions.recognise(token);
    if (recognised === null) throw new Refusal<AccountRefusal>('wrong-credentials');
    return { token, reply: await this.showing.show(recognised.asking) };
  }
}
