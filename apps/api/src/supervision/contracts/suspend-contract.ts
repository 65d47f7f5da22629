import { resumeContract, suspendContract, type ContractReply, type SuspendWish } from '@visavis/supervision';
import { Injectable } from '@nestjs/common';
import type { Asking } from '../../http/asking';
import { ContractChanges } from './contract-changes';

/** A pause, and its end. */
@Injectable()
export class SuspendContract {
  constructor(private readonly changes: ContractChanges) {}

  /** @throws Refusal not-found, role-too-low, wrong-state, malformed, suspension-too-long */
  suspend(asking: Asking, id: string, wish: SuspendWish): Promise<ContractReply> {
    return this.changes.change(asking, id, ({ stored, who, now }) =>
      suspendContract(stored.contract, wish, who, now),
    );
  }

  /** @throws Refusal not-found, role-too-low, wrong-state, only-the-suspender, insurance-expired */
  resume(asking: Asking, id: string): Promise<ContractReply> {
    return this.changes.change(asking, id, ({ stored, who, now }) =>
      resumeContract(stored.contract, who, now),
    );
  }
}
