import type { AccountRefusal, SessionReply } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
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
    private readonly opening: OpenSession,
    private readonly sessions: RecogniseSession,
    private readonly showing: ShowSession,
  ) {}

  /** After the password was checked. @throws Refusal wrong-credentials when the person is in no practice any more */
  async signIn(accountId: string, formerToken: string | undefined): Promise<SignedIn> {
    const token = await this.opening.open(accountId, formerToken);
    const asking = await this.sessions.recognise(token);
    if (asking === null) throw new Refusal<AccountRefusal>('wrong-credentials');
    return { token, reply: await this.showing.show(asking) };
  }
}
