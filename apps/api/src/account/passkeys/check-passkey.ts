import type { PasskeyAssertion } from '@visavis/account';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import { challengeOf, sameText } from '../codes/derive-code';
import { loadWebAuthn } from './load-webauthn';
import { RelyingParty, userHandleOf } from './relying-party';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

interface PasskeyRow {
  readonly id: string;
  readonly secret: string;
  readonly counter: string;
  readonly transports: string[];
}

/** Whose passkey answered a challenge of ours. */
@Injectable()
export class CheckPasskey {
  private readonly log = new Logger(CheckPasskey.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly party: RelyingParty,
    private readonly clock: Clock,
  ) {}

  /**
   * The ceremony is over whatever comes of it.
   *
   * @param ceremony from the cookie of the browser that began it
   * @returns the account's id, or null for whatever reason
   */
  async check(assertion: PasskeyAssertion, ceremony: string | undefined): Promise<string | null> {
    if (ceremony === undefined || !ID.test(ceremony)) return null;
    const [row] = await this.transactions.outside<{ ended: boolean; account: string | null }>(
      'SELECT end_ceremony($1, $2) AS ended, find_passkey($3) AS account',
      [ceremony, new Date(this.clock.now()), assertion.id],
    );
    if (row?.ended !== true || row.account === null) return null;
    const accountId = row.account;
    const { userHandle } = assertion.response;
    if (userHandle !== undefined && !sameText(userHandle, userHandleOf(accountId).toString('base64url')))
      return null;
    const matches = await this.transactions.asPerson(accountId, (transaction) =>
      this.verify(transaction, accountId, assertion, ceremony),
    );
    return matches ? accountId : null;
  }

  /** The row stays locked from reading the counter to writing it: of two assertions with one counter, one counts. */
  private async verify(
    transaction: Transaction,
    accountId: string,
    assertion: PasskeyAssertion,
    ceremony: string,
  ): Promise<boolean> {
    const [passkey]: PasskeyRow[] = await transaction.query(
      `SELECT id, secret, counter, transports FROM credential
       WHERE account_id = $1 AND kind = 'passkey' AND passkey_id = $2 FOR UPDATE`,
      [accountId, assertion.id],
    );
    if (passkey === undefined) return false;
    const answer = await this.ask(assertion, passkey, ceremony);
    if (answer === null) return false;
    await transaction.query(
      'UPDATE credential SET counter = $3, synced = $4, used_at = $5 WHERE account_id = $1 AND id = $2',
      [accountId, passkey.id, answer.newCounter, answer.credentialBackedUp, new Date(this.clock.now())],
    );
    return true;
  }

  private async ask(
    assertion: PasskeyAssertion,
    { id, secret, counter, transports }: PasskeyRow,
    ceremony: string,
  ) {
    const { verifyAuthenticationResponse } = await loadWebAuthn();
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: assertion as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
        expectedChallenge: challengeOf(this.party.secretKey, ceremony).toString('base64url'),
        expectedOrigin: this.party.origin,
        expectedRPID: this.party.id,
        requireUserVerification: true,
        credential: {
          id: assertion.id,
          publicKey: new Uint8Array(Buffer.from(secret, 'base64url')),
          counter: Number(counter),
          transports,
        },
      });
      return verified ? authenticationInfo : null;
    } catch {
      // The library throws for everything that does not fit: another challenge, origin or site, a person who was
      // not verified, a counter that went back. The last may mean a copied key, so somebody should look.
      this.log.warn({ credentialId: id, result: 'passkey-refused' });
      return null;
    }
  }
}
