import type { CredentialsReply } from '@visavis/account';
import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';

interface CredentialRow {
  readonly id: string;
  readonly kind: 'password' | 'totp' | 'passkey' | 'recovery-code';
  readonly name: string | null;
  readonly synced: boolean | null;
  readonly created_at: Date;
  readonly used_at: Date | null;
}

/** What a person signs in with: never a secret, a hash or a key of it. */
@Injectable()
export class ListCredentials {
  constructor(private readonly transactions: Transactions) {}

  async list({ accountId }: Asking): Promise<CredentialsReply> {
    const rows: CredentialRow[] = await this.transactions.asPerson(accountId, (transaction) =>
      transaction.query(
        `SELECT id, kind, name, synced, created_at, used_at FROM credential
         WHERE account_id = $1 AND NOT waiting ORDER BY created_at, id`,
        [accountId],
      ),
    );
    const of = (kind: CredentialRow['kind']) => rows.filter((row) => row.kind === kind);
    const [password] = of('password');
    const [totp] = of('totp');
    const codes = of('recovery-code');
    return {
      password: password ? { changedAt: password.created_at.getTime() } : null,
      totp: totp ? { addedAt: totp.created_at.getTime() } : null,
      passkeys: of('passkey').map(({ id, name, synced, created_at: added, used_at: used }) => ({
        id,
        name: name ?? '',
        addedAt: added.getTime(),
        lastUsedAt: used?.getTime() ?? null,
        synced: synced === true,
      })),
      recoveryCodes: codes[0] ? { left: codes.length, madeAt: codes[0].created_at.getTime() } : null,
    };
  }
}
