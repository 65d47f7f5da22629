import { type OpenVaultWish, refuseVault, type VaultReplyJson } from '@visavis/journal';
import { Injectable } from '@nestjs/common';
import { randomUUIDv7 } from 'node:crypto';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { sayWhatIsKept } from '../entries/say-what-is-kept';
import { keepGeneration, requireGeneration } from './keep-generation';
import { readVault } from './show-vault';

const OPEN = `
  INSERT INTO vault (practice_id, id, owner_id, suite, generation, changes, opened_at) VALUES ($1, $2, $3, $4, 1, 0, $5)`;
// Whoever begins a journal in a practice that waits for its erasure has to be told as well.
const TELL = `
  INSERT INTO letter (practice_id, id, code_id, member_id, kind, recipient, language, sequence, due_at, state, attempts, created_at)
  SELECT m.practice_id, $3::uuid, $3::uuid, m.id, 'practice-erasing', 'member', m.language, 0, $4, 'planned', 0, $4
  FROM member m JOIN practice p ON p.practice_id = m.practice_id AND p.erasure_due_at IS NOT NULL
  WHERE m.practice_id = $1 AND m.id = $2 AND NOT EXISTS (
    SELECT 1 FROM letter l WHERE l.practice_id = m.practice_id AND l.member_id = m.id AND l.kind = 'practice-erasing'
      AND l.created_at >= p.erasure_asked_at)`;
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
        await transaction.query(TELL, [practiceId, memberId, randomUUIDv7(), now]);
        return readVault(transaction, asking);
      })
      .catch((error: unknown) => {
        throw sayWhatIsKept(error);
      });
  }
}
