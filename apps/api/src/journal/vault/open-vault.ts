import { type OpenVaultWish, refuseVault, type VaultReplyJson } from '@visavis/journal';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { sayWhatIsKept } from '../entries/say-what-is-kept';
import { keepGeneration, requireGeneration } from './keep-generation';
import { readVault } from './show-vault';

const OPEN = `
  INSERT INTO vault (practice_id, id, owner_id, suite, generation, changes, opened_at) VALUES ($1, $2, $3, $4, 1, 0, $5)`;
const MAY_WRITE = 'SELECT writes_until($1, $2) AS until';

/** The first generation of a vault: one for each member, its identity theirs, two ways in at least. */
@Injectable()
export class OpenVault {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal vault-exists, vault-closed, id-taken, and what `requireGeneration` refuses */
  async open(asking: Asking, wish: OpenVaultWish): Promise<VaultReplyJson> {
    await requireGeneration(asking, wish.id, 1, wish);
    const { practiceId, memberId } = asking;
    const now = new Date(this.clock.now());
    return this.transactions
      .asMember(asking, async (transaction) => {
        const [may]: { until: Date | null }[] = await transaction.query(MAY_WRITE, [practiceId, memberId]);
        if (may?.until && may.until <= now) throw refuseVault('vault-closed');
        await transaction.query(OPEN, [practiceId, wish.id, memberId, wish.suite, now]);
        await keepGeneration(transaction, asking, wish, now);
        return readVault(transaction, asking);
      })
      .catch((error: unknown) => {
        throw sayWhatIsKept(error);
      });
  }
}
