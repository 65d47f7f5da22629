import type { PasskeyOptions } from '@visavis/account';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import { challengeOf } from '../codes/derive-code';
import { CODE_LIFE } from '../codes/one-time-codes';
import { loadWebAuthn } from './load-webauthn';
import { RelyingParty } from './relying-party';

export interface BegunCeremony {
  /** For a cookie: only the browser that began can end it. */
  readonly ceremony: string;
  readonly reply: PasskeyOptions;
}

/** A challenge for whichever passkey of this site the person picks; nobody is named yet. */
@Injectable()
export class BeginAssertion {
  constructor(
    private readonly transactions: Transactions,
    private readonly party: RelyingParty,
    private readonly clock: Clock,
  ) {}

  async begin(): Promise<BegunCeremony> {
    const ceremony = randomUUID();
    const now = this.clock.now();
    await this.transactions.outside('SELECT begin_ceremony($1, $2, $3)', [
      ceremony,
      new Date(now),
      new Date(now + CODE_LIFE),
    ]);
    const { generateAuthenticationOptions } = await loadWebAuthn();
    const options = await generateAuthenticationOptions({
      rpID: this.party.id,
      challenge: new Uint8Array(challengeOf(this.party.secretKey, ceremony)),
      userVerification: 'required',
      timeout: CODE_LIFE,
    });
    return { ceremony, reply: { options: { ...options } } };
  }
}
