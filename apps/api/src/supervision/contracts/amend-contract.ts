import { amendContract, type AmendWish, type ContractReply } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import type { Asking } from '../../http/asking';
import { ContractChanges } from './contract-changes';

/** Opens a draft of the next version, from the one in force, which stays so. */
@Injectable()
export class AmendContract {
  constructor(private readonly changes: ContractChanges) {}

  /** @throws Refusal not-found, role-too-low, not-for-this-party, wrong-state, amendment-open */
  amend(asking: Asking, id: string, wish: AmendWish): Promise<ContractReply> {
    return this.changes.change(asking, id, ({ stored, who, now }) =>
      amendContract(stored.contract, wish, who, now),
    );
  }
}
