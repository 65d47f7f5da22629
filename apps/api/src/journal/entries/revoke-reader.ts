import { Injectable } from '@nestjs/common';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { lockVault } from './own-vault';
import { notFound } from './say-what-is-kept';

const REVOKE = `
  DELETE FROM vault_grant WHERE practice_id = $1 AND vault_id = $2 AND entry_id = $3 AND reader_id = $4 RETURNING epoch`;

/** A reader reads nothing more from now on; the trigger closes the epoch. Needs no key. */
@Injectable()
export class RevokeReader {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal not-found when nothing is shared with them */
  revoke(asking: Asking, entryId: string, readerId: string): Promise<void> {
    return this.transactions.asMember(asking, async (transaction) => {
      const vault = await lockVault(transaction, asking);
      const [gone]: [{ epoch: number }[]] = await transaction.query(REVOKE, [
        asking.practiceId,
        vault?.id ?? null,
        entryId,
        readerId,
      ]);
      if (gone.length === 0) throw notFound();
    });
  }
}
