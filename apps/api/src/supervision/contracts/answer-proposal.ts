import {
  declineContract,
  requestChanges,
  withdrawContract,
  type ContractReply,
  type DeclineWish,
  type RequestChangesWish,
  type WithdrawWish,
} from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import type { Asking } from '../../http/asking';
import { insertComment, insertReason } from './comment-on-contract';
import { ContractChanges } from './contract-changes';

/** What can be said to a proposal besides signing it: change it, no, and (by who made it) never mind. */
@Injectable()
export class AnswerProposal {
  constructor(private readonly changes: ContractChanges) {}

  /** @throws Refusal not-found, role-too-low, not-for-this-party, wrong-state, text-changed */
  requestChanges(asking: Asking, id: string, wish: RequestChangesWish): Promise<ContractReply> {
    return this.changes.change(asking, id, async ({ stored, who, now, transaction }) => {
      const transition = requestChanges(stored.contract, wish, who, now);
      await insertReason(transaction, stored, asking, who, wish.reason, now);
      for (const comment of wish.comments)
        await insertComment(transaction, stored, asking, who, comment, now);
      return transition;
    });
  }

  /** @throws Refusal not-found, role-too-low, not-for-this-party, wrong-state, text-changed */
  decline(asking: Asking, id: string, wish: DeclineWish): Promise<ContractReply> {
    return this.changes.change(asking, id, async ({ stored, who, now, transaction }) => {
      const transition = declineContract(stored.contract, wish, who, now);
      await insertReason(transaction, stored, asking, who, wish.reason, now);
      return transition;
    });
  }

  /** @throws Refusal not-found, role-too-low, not-for-this-party, wrong-state, text-changed */
  withdraw(asking: Asking, id: string, wish: WithdrawWish): Promise<ContractReply> {
    return this.changes.change(asking, id, async ({ stored, who, now, transaction }) => {
      const transition = withdrawContract(stored.contract, wish, who, now);
      await insertReason(transaction, stored, asking, who, wish.reason, now);
      return transition;
    });
  }
}
