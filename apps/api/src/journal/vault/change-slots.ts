import { type ChangeSlotsWish, refuseVault, type VaultReplyJson } from '@visavis/journal';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { lockVault } from '../entries/own-vault';
import { notFound, sayWhatIsKept } from '../entries/say-what-is-kept';
import { keepSlots } from './keep-generation';
import { readVault } from './show-vault';

const REMOVE =
  'DELETE FROM vault_slot WHERE practice_id = $1 AND vault_id = $2 AND id = ANY ($3) RETURNING id';

/** New ways in, old ones gone: a new passphrase is one request, so nobody ends up with neither. */
@Injectable()
export class ChangeSlots {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal vault-missing, generation-moved, not-found for a slot that is not there, too-few-slots, id-taken */
  change(asking: Asking, { add, remove }: ChangeSlotsWish): Promise<VaultReplyJson> {
    return this.transactions
      .asMember(asking, async (transaction) => {
        const vault = await lockVault(transaction, asking);
        if (vault === null || add.some(({ vaultId }) => vaultId !== vault.id))
          throw refuseVault('vault-missing');
        if (add.some(({ generation }) => generation !== vault.generation))
          throw refuseVault('generation-moved');
        await keepSlots(transaction, asking, add, new Date(this.clock.now()));
        const ids = [...new Set(remove)];
        const [gone]: [unknown[]] = await transaction.query(REMOVE, [asking.practiceId, vault.id, ids]);
        if (gone.length < ids.length) throw notFound();
        return readVault(transaction, asking);
      })
      .catch((error: unknown) => {
        throw error instanceof Error && error.name === 'Refusal' ? error : sayWhatIsKept(error);
      });
  }
}
