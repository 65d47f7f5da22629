import { PARTIES, type Contract, type ContractEvent, type Party } from '@visavis/supervision';
import type { ContractLetterKind } from './contract-letter-kinds';

export interface PlannedContractLetter {
  readonly kind: ContractLetterKind;
  readonly to: Party;
  readonly version: number;
}

/**
 * Who is told what by letter when these events have happened.
 * @param before the contract as it was: a draft that nobody saw is withdrawn without a word
 */
export function planContractLetters(
  before: Contract,
  events: readonly ContractEvent[],
): readonly PlannedContractLetter[] {
  const isSigned = events.some(({ type }) => type === 'fully-signed');
  return events.flatMap((event): PlannedContractLetter[] => {
    const version = event.versionNumber ?? before.inForce?.number ?? before.lastNumber;
    const to = (parties: readonly Party[], kind: ContractLetterKind) =>
      parties.map((party) => ({ kind, to: party, version }));
    const others = PARTIES.filter((party) => party !== event.by);
    switch (event.type) {
      case 'frozen':
        return to(others, 'contract-proposed');
      case 'signed':
        return isSigned ? [] : to(others, 'contract-half-signed');
      case 'changes-requested':
        return to(others, 'contract-changes');
      case 'declined':
        return to(others, 'contract-declined');
      case 'withdrawn':
        return before.open?.frozen == null ? [] : to(others, 'contract-withdrawn');
      case 'lapsed':
        return to(PARTIES, 'contract-lapsed');
      case 'sealed':
        return to(PARTIES, 'contract-copy');
      case 'suspended':
        return to(others, 'contract-suspended');
      case 'resumed':
        return to(others, 'contract-resumed');
      case 'notice-given':
        return to(others, 'contract-notice');
      case 'notice-cancelled':
        return to(PARTIES, 'contract-notice-off');
      case 'agreement-asked':
        return to(others, 'contract-asked');
      case 'ended':
      case 'completed':
      case 'expired':
        return to(PARTIES, 'contract-ended');
      case 'rescinded':
        return to(PARTIES, 'contract-rescinded');
      default:
        return [];
    }
  });
}
