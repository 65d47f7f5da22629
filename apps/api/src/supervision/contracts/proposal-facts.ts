import type { Instant } from '@visavis/kernel';
import { localDate, type ContractDraft, type ProposalFacts } from '@visavis/supervision';
import type { StoredContract, StoredParty } from './contract.table';

/**
 * What the rules of a proposal must know besides the draft. An address is proven when it is the one of the party's
 * account: accounts begin and change with a code sent to the address.
 */
export function proposalFacts(
  { parties }: StoredContract,
  draft: ContractDraft,
  now: Instant,
): ProposalFacts {
  const isOf = (party: StoredParty, email: string | null | undefined) =>
    party.memberId !== null && email?.trim().toLowerCase() === party.email.toLowerCase();
  return {
    today: localDate(now, draft.timeZone ?? 'UTC'),
    emailProven: {
      supervisor: isOf(parties.supervisor, draft.parties?.supervisor?.email),
      coach: isOf(parties.coach, draft.parties?.coach?.email),
    },
  };
}
