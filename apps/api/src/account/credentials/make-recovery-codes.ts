import type { RecoveryCodesReply } from '@visavis/account';
import { Inject, Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { CONFIGURATION, type Configuration } from '../../configuration/configuration';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { newRecoveryCodes, recoveryHash } from '../second-factor/recovery-codes';
import { NoteCredential } from './note-credential';

const KEEP = `
  INSERT INTO credential (id, account_id, kind, secret, created_at)
  SELECT k.id, $1, 'recovery-code', k.hash, $4 FROM unnest($2::uuid[], $3::text[]) AS k(id, hash)`;

/** Ten recovery codes, told once and kept hashed; the ones before are over. */
@Injectable()
export class MakeRecoveryCodes {
  constructor(
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
    private readonly transactions: Transactions,
    private readonly noting: NoteCredential,
    private readonly clock: Clock,
  ) {}

  async make(asking: Asking): Promise<RecoveryCodesReply> {
    const { practiceId, accountId } = asking;
    const codes = newRecoveryCodes();
    const hashes = codes.map((code) => recoveryHash(this.configuration.SECRET_KEY, accountId, code));
    const now = this.clock.now();
    await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      // Two requests at a time must not leave twenty.
      await transaction.query('SELECT 1 FROM account WHERE id = $1 FOR UPDATE', [accountId]);
      await transaction.query(`DELETE FROM credential WHERE account_id = $1 AND kind = 'recovery-code'`, [
        accountId,
      ]);
      await transaction.query(KEEP, [accountId, codes.map(() => randomUUIDv7()), hashes, new Date(now)]);
      await this.noting.note(transaction, asking, 'recovery-codes-made', accountId, now);
    });
    this.noting.hurry();
    return { codes };
  }
}
