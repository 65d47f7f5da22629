import type { AccountRefusal, AddPasskeyWish, PasskeyOptions } from '@visavis/account';
import { Refusal } from '@visavis/kernel';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import { violates } from '../../database/violates';
import type { Asking } from '../../http/asking';
import { challengeOf } from '../codes/derive-code';
import { CODE_LIFE, OneTimeCodes } from '../codes/one-time-codes';
import { NoteCredential } from '../credentials/note-credential';
import { RenewSession, type SignedIn } from '../renew-session';
import { loadWebAuthn } from './load-webauthn';
import { RelyingParty, userHandleOf } from './relying-party';

const INSERT = `
  INSERT INTO credential (id, account_id, kind, secret, name, passkey_id, counter, transports, synced, created_at)
  VALUES ($1, $2, 'passkey', $3, $4, $5, $6, $7, $8, $9)`;

/** A passkey is registered in two steps, in one session: a challenge, and the key that signed it. */
@Injectable()
export class AddPasskey {
  constructor(
    private readonly transactions: Transactions,
    private readonly codes: OneTimeCodes,
    private readonly party: RelyingParty,
    private readonly noting: NoteCredential,
    private readonly renewing: RenewSession,
    private readonly clock: Clock,
  ) {}

  async begin(asking: Asking): Promise<PasskeyOptions> {
    const { accountId } = asking;
    const now = this.clock.now();
    const { id, person, passkeys } = await this.transactions.asPerson(accountId, async (transaction) => ({
      id: await this.codes.begin(transaction, asking, 'passkey-registration', now),
      person: await readPerson(transaction, accountId),
      passkeys: await readPasskeys(transaction, accountId),
    }));
    const { generateRegistrationOptions } = await loadWebAuthn();
    const options = await generateRegistrationOptions({
      rpName: this.party.name,
      rpID: this.party.id,
      userID: new Uint8Array(userHandleOf(accountId)),
      userName: person.email,
      userDisplayName: person.name,
      challenge: new Uint8Array(challengeOf(this.party.secretKey, id)),
      attestationType: 'none',
      timeout: CODE_LIFE,
      excludeCredentials: passkeys.map((passkey) => ({ id: passkey })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    return { options: { ...options } };
  }

  /** @throws Refusal passkey-refused, passkey-known */
  async add(asking: Asking, { name, passkey }: AddPasskeyWish): Promise<SignedIn> {
    const { practiceId, accountId } = asking;
    const now = this.clock.now();
    const code = await this.codes.attempt(asking, 'passkey-registration', now);
    const registered = code === null ? null : await this.verify(passkey, code.id);
    if (code === null || registered === null) throw new Refusal<AccountRefusal>('passkey-refused');
    const { credential, credentialBackedUp: synced } = registered;
    const id = randomUUIDv7();
    const key = Buffer.from(credential.publicKey).toString('base64url');
    try {
      const token = await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
        if (!(await this.codes.use(transaction, asking, code.id, now)))
          throw new Refusal<AccountRefusal>('passkey-refused');
        const { id: passkeyId, counter, transports = [] } = credential;
        const values = [id, accountId, key, name, passkeyId, counter, transports, synced, new Date(now)];
        await transaction.query(INSERT, values);
        await this.noting.note(transaction, asking, 'passkey-added', id, now);
        return this.renewing.renew(transaction, asking, { secondFactorAt: now });
      });
      this.noting.hurry();
      return await this.renewing.answer(token);
    } catch (error) {
      if (violates(error, 'credential_passkey_once')) throw new Refusal<AccountRefusal>('passkey-known');
      throw error;
    }
  }

  private async verify(response: AddPasskeyWish['passkey'], id: string) {
    const { verifyRegistrationResponse } = await loadWebAuthn();
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: response as Parameters<typeof verifyRegistrationResponse>[0]['response'],
        expectedChallenge: challengeOf(this.party.secretKey, id).toString('base64url'),
        expectedOrigin: this.party.origin,
        expectedRPID: this.party.id,
        requireUserVerification: true,
      });
      return registrationInfo ?? null;
    } catch {
      return null; // how the library says that something does not fit
    }
  }
}

async function readPerson(
  transaction: Transaction,
  accountId: string,
): Promise<{ email: string; name: string }> {
  const [person]: { email: string; name: string }[] = await transaction.query(
    'SELECT email, name FROM account WHERE id = $1',
    [accountId],
  );
  if (person === undefined) throw new Error('a session without an account');
  return person;
}

async function readPasskeys(transaction: Transaction, accountId: string): Promise<string[]> {
  const rows: { passkey_id: string }[] = await transaction.query(
    `SELECT passkey_id FROM credential WHERE account_id = $1 AND kind = 'passkey'`,
    [accountId],
  );
  return rows.map((row) => row.passkey_id);
}
