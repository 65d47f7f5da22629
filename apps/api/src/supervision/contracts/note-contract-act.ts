import type { Instant } from '@visavis/kernel';
import type { ContractEvent, EventType } from '@visavis/supervision';
import type { Transaction } from '../../database/transactions';
import type { Asking } from '../../http/asking';
import { noteAct } from '../../practice/audit.queries';

/** Facts of the chain that are nobody's act: they follow from somebody's, or from time. */
const NOBODYS_ACTS = [
  'viewed',
  'lapsed',
  'fully-signed',
  'sealed',
  'timestamped',
  'timestamp-pending',
  'copy-sent',
  'started',
  'amendment-in-force',
  'expired',
] as const satisfies readonly EventType[];
type ActType = Exclude<EventType, (typeof NOBODYS_ACTS)[number]>;

/** A row in the practice's audit trail for everything a party did; the contract's own chain says more. */
export async function noteContractAct(
  transaction: Transaction,
  asking: Pick<Asking, 'practiceId' | 'memberId'>,
  contractId: string,
  events: readonly Pick<ContractEvent, 'type'>[],
  now: Instant,
): Promise<void> {
  for (const { type } of events)
    if (isAct(type)) await noteAct(transaction, asking, `contract-${type}`, contractId, now);
}

function isAct(type: EventType): type is ActType {
  return !(NOBODYS_ACTS as readonly EventType[]).includes(type);
}
