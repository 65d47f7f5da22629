import type { AccountRefusal, SignInReply } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import type { Device } from './device-words';
import { EndSession } from './end-session';
import { OpenSession, type Opened } from './open-session';
import { RecogniseSession } from './recognise-session';
import { RenewSession } from './renew-session';

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

/** The order in which ways to complete a sign-in are offered. Recovery codes stand in for the others, never alone. */
const METHODS = ['totp', 'passkey', 'recovery-code'] as const;

@Injectable()
export class SignIn {
  constructor(
    private readonly opening: OpenSession,
    private readonly ending: EndSession,
    private readonly sessions: RecogniseSession,
    private readonly renewing: RenewSession,
  ) {}

  /**
   * After the password was checked. Who has enrolled a second factor gets a session that only waits for it.
   *
   * @throws Refusal wrong-credentials when the person is in no practice any more
   */
  async afterPassword(accountId: string, from: From): Promise<Begun> {
    const opened = await this.open(accountId, from, false);
    if (opened === null) throw new Refusal<AccountRefusal>('wrong-credentials');
    const { token, waits, kinds } = opened;
    if (!waits) return this.renewing.answer(token);
    return {
      token,
      reply: { next: 'second-factor', methods: METHODS.filter((method) => kinds.includes(method)) },
    };
  }

  /** @throws Refusal passkey-refused when the person is in no practice any more */
  async afterPasskey(accountId: string, from: From): Promise<Begun> {
    const opened = await this.open(accountId, from, true);
    if (opened === null) throw new Refusal<AccountRefusal>('passkey-refused');
    return this.renewing.answer(opened.token);
  }

  private async open(
    accountId: string,
    { device, formerToken }: From,
    passkey: boolean,
  ): Promise<Opened | null> {
    const former = await this.sessions.find(formerToken);
    if (former !== null) await this.ending.end(former.asking);
    return this.opening.open({ accountId, device, passkey });
  }
}
