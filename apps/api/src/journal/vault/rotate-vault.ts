import { refuseVault, type RotateVaultWish, type VaultReplyJson } from '@visavis/journal';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { lockVault } from '../entries/own-vault';
import { sayWhatIsKept } from '../entries/say-what-is-kept';
import { keepGeneration, requireGeneration } from './keep-generation';
import { readVault } from './show-vault';

const NEXT = 'UPDATE vault SET generation = $3, changes = changes + 1 WHERE practice_id = $1 AND id = $2';
const FORMER_SLOTS = 'DELETE FROM vault_slot WHERE practice_id = $1 AND vault_id = $2 AND generation < $3';

/** "Someone may know it": the next generation in one transaction, and no way in to the former one is left. */
@Injectable()
export class RotateVault {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal vault-missing, generation-moved, id-taken, and what `requireGeneration` refuses */
  rotate(asking: Asking, wish: RotateVaultWish): Promise<VaultReplyJson> {
    return this.transactions
      .asMember(asking, async (transaction) => {
        const vault = await lockVault(transaction, asking);
        if (vault === null) throw refuseVault('vault-missing');
        const next = vault.generation + 1;
        await requireGeneration(asking, vault.id, next, wish);
        await keepGeneration(transaction, asking, wish, new Date(this.clock.now()));
        await transaction.query(NEXT, [asking.practiceId, vault.id, next]);
        await transaction.query(FORMER_SLOTS, [asking.practiceId, vault.id, next]);
        return readVault(transaction, asking);
      })
      .catch((error: unknown) => {
        throw sayWhatIsKept(error);
      });
  }
}
