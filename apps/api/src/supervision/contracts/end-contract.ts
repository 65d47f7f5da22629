import {
  completeContract,
  endContract,
  rescindContract,
  type ContractReply,
  type EndWish,
} from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import type { Asking } from '../../http/asking';
import { insertReason } from './comment-on-contract';
import { ContractChanges } from './contract-changes';
import { countOpenSessions, isFullyPerformed } from '../sessions/session-facts';

/** The ways in which the parties themselves bring a contract to its end, besides notice. */
@Injectable()
export class EndContract {
  constructor(private readonly changes: ContractChanges) {}

  /** At once. @throws Refusal not-found, role-too-low, wrong-state */
  end(asking: Asking, id: string, wish: EndWish): Promise<ContractReply> {
    return this.changes.change(asking, id, async ({ stored, who, now, transaction }) => {
      const transition = endContract(stored.contract, wish, who, now);
      await insertReason(transaction, stored, asking, who, wish.reason, now);
      return transition;
    });
  }

  /** @throws Refusal not-found, role-too-low, wrong-state, sessions-open */
  complete(asking: Asking, id: string): Promise<ContractReply> {
    return this.changes.change(asking, id, async ({ stored, who, now, transaction }) => {
      const openSessions = await countOpenSessions(transaction, stored);
      return completeContract(stored.contract, { openSessions }, who, now);
    });
  }

  /**
   * @throws Refusal not-found, role-too-low, not-for-this-party, wrong-state, no-right-of-withdrawal,
   *   withdrawal-period-over
   */
  rescind(asking: Asking, id: string): Promise<ContractReply> {
    return this.changes.change(asking, id, async ({ stored, who, now, transaction }) => {
      const fullyPerformed = await isFullyPerformed(transaction, stored);
      return rescindContract(stored.contract, { fullyPerformed }, who, now);
    });
  }
}
