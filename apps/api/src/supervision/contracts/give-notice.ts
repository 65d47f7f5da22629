import { cancelNotice, giveNotice, type ContractReply, type GiveNoticeWish } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import type { Asking } from '../../http/asking';
import { ContractChanges } from './contract-changes';

/** Announcing the end, and taking that back together. */
@Injectable()
export class GiveNotice {
  constructor(private readonly changes: ContractChanges) {}

  /** @throws Refusal not-found, role-too-low, wrong-state, notice-too-short, outside-term */
  give(asking: Asking, id: string, wish: GiveNoticeWish): Promise<ContractReply> {
    return this.changes.change(asking, id, ({ stored, who, now }) =>
      giveNotice(stored.contract, wish, who, now),
    );
  }

  /** @throws Refusal not-found, role-too-low, wrong-state, notice-over */
  cancel(asking: Asking, id: string): Promise<ContractReply> {
    return this.changes.change(asking, id, ({ stored, who, now }) => cancelNotice(stored.contract, who, now));
  }
}
