import { saveDraft, type ContractReply, type DraftWish } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import type { Asking } from '../../http/asking';
import { ContractChanges } from './contract-changes';

/** The draft as it was typed so far; saved while it is written, so nothing is said to anybody. */
@Injectable()
export class SaveDraft {
  constructor(private readonly changes: ContractChanges) {}

  /** @throws Refusal not-found, role-too-low, not-for-this-party, wrong-state, changed-meanwhile */
  save(asking: Asking, id: string, wish: DraftWish): Promise<ContractReply> {
    return this.changes.change(asking, id, ({ stored, who }) => ({
      contract: saveDraft(stored.contract, wish, who),
      events: [],
      closed: [],
    }));
  }
}
