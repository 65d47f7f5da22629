import type { Instant } from '@visavis/kernel';
import type { ContractEvent } from '@visavis/supervision';
import { randomUUIDv7 } from 'node:crypto';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';

/** A row in the practice's audit trail for everything a party did; the contract's own chain says more. */
export async function noteContractAct(
  transaction: Transaction,
  asking: Pick<Asking, 'practiceId' | 'memberId'>,
  contractId: string,
  events: readonly Pick<ContractEvent, 'type'>[],
  now: Instant,
): Promise<void> {
  for (const { type } of events) {
    await transaction.query(
      `INSERT INTO audit_event (practice_id, id, at, actor, member_id, act, object_id)
       VALUES ($1, $2, $3, 'member', $4, $5, $6)`,
      [asking.practiceId, randomUUIDv7(), new Date(now), asking.memberId, `contract-${type}`, contractId],
    );
  }
}
