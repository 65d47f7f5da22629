import type { Instant } from '@visavis/kernel';
import type { ContractReply, Party, Transition } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock/clock';
import { Transactions, type Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { OutboxBell } from '../../outbox/outbox-bell';
import { lockContract, saveTransition, type MadeText } from './contract.repository';
import type { StoredContract } from './contract.table';
import { noteContractAct } from './note-contract-act';
import { readContract } from './read-contract';
import { tellParties } from './tell-parties';
import { partyIn } from './whose-contract';

/** What a rule is asked with: the locked contract, who asks, and the clock's time. */
export interface AskedRule {
  readonly stored: StoredContract;
  readonly who: Party;
  readonly now: Instant;
  readonly transaction: Transaction;
}

/** What every act on a contract has in common: lock, decide, write, tell. */
@Injectable()
export class ContractChanges {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly bell: OutboxBell,
  ) {}

  /**
   * @param decide asks the rule; what it throws rolls everything back
   * @throws Refusal not-found, role-too-low, and what the rule refuses with
   */
  async change(
    asking: Asking,
    id: string,
    decide: (asked: AskedRule) => Transition | Promise<Transition>,
    made: MadeText | null = null,
  ): Promise<ContractReply> {
    const now = this.clock.now();
    const reply = await this.transactions.inPractice(
      asking.practiceId,
      asking.accountId,
      async (transaction) => {
        const stored = await lockContract(transaction, asking.practiceId, id);
        const transition = await decide({ stored, who: partyIn(stored, asking), now, transaction });
        const after = await saveTransition(transaction, stored, transition, now, made);
        await tellParties(transaction, stored, after, transition.events, now);
        await noteContractAct(transaction, asking, id, transition.events, now);
        return readContract(transaction, asking, id, now);
      },
    );
    this.bell.ring();
    return reply;
  }
}
