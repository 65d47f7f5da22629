import { viewContract, type ViewWish } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { lockContract, noteFacts } from './contract.repository';
import { partyIn } from './whose-contract';

const KNOWN = `
  SELECT 1 FROM contract_event
  WHERE practice_id = $1 AND contract_id = $2 AND type = 'viewed' AND actor = $3 AND payload ->> 'pdfSha256' = $4`;

/** What was before whom, and when. It is a fact of the chain alone: the contract does not change by being read. */
@Injectable()
export class ViewContract {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal not-found, role-too-low, wrong-state, text-changed */
  async view(asking: Asking, id: string, wish: ViewWish): Promise<void> {
    const { practiceId, accountId } = asking;
    await this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const stored = await lockContract(transaction, practiceId, id);
      const who = partyIn(stored, asking);
      const known: unknown[] = await transaction.query(KNOWN, [practiceId, id, who, wish.pdfSha256]);
      const events = viewContract(stored.contract, wish, known.length > 0, who, this.clock.now());
      await noteFacts(transaction, stored, events);
    });
  }
}
