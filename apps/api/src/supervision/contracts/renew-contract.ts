import { renewContract, type ContractReply } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions } from '../../database/transactions';
import type { SupervisorAsking } from '../../http/asking';
import { lockContract, noteFacts } from './contract.repository';
import { insertContract } from './create-contract';
import { noteContractAct } from './note-contract-act';
import { readContract } from './read-contract';
import { partyIn } from './whose-contract';

/** A second click finds the draft of the first. */
const RENEWED = `
  SELECT id FROM contract WHERE practice_id = $1 AND renews_id = $2 AND state = 'draft' ORDER BY id LIMIT 1`;

/** A new contract that carries an old one on, as a draft with the same terms. */
@Injectable()
export class RenewContract {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the new contract
   * @throws Refusal not-found, role-too-low, not-for-this-party, wrong-state, too-late-to-renew
   */
  renew(asking: SupervisorAsking, id: string): Promise<ContractReply> {
    const { practiceId, accountId } = asking;
    const now = this.clock.now();
    return this.transactions.inPractice(practiceId, accountId, async (transaction) => {
      const stored = await lockContract(transaction, practiceId, id);
      const [drafted]: { id: string }[] = await transaction.query(RENEWED, [practiceId, id]);
      if (drafted !== undefined) return readContract(transaction, asking, drafted.id, now);
      const { draft, events } = renewContract(stored.contract, partyIn(stored, asking), now);
      await noteFacts(transaction, stored, events);
      await noteContractAct(transaction, asking, id, events, now);
      const renewed = await insertContract(
        transaction,
        asking,
        { draft, template: null, coachMemberId: stored.parties.coach.memberId, renewsId: id },
        now,
      );
      return readContract(transaction, asking, renewed, now);
    });
  }
}
