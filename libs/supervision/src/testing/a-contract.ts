import { DAY, type Instant } from '@visavis/kernel';
import { createContract, type Contract } from '../contract/contract';
import { signContract, type AskedConsent } from '../contract/sign-contract';
import { startContract } from '../contract/start-contract';
import { contentToFreeze, proposeContract } from '../contract/write-draft';
import type { ContractContent } from '../contract-content';
import type { SignWish } from '../contract-wish';
import { CONSENTS, type Party } from '../words';
import { aContent } from './a-content';

/** A Tuesday, noon in Paris. */
export const DRAFTED: Instant = Date.parse('2026-12-01T11:00:00Z');
export const SIGNED: Instant = Date.parse('2026-12-08T11:00:00Z');
/** On the start date of `aContent`. */
export const STARTED: Instant = Date.parse('2027-01-04T05:00:00Z');

export const CANONICAL = 'c'.repeat(64);
export const PDF = 'd'.repeat(64);
export const ASKED: readonly AskedConsent[] = CONSENTS.map((clause) => ({
  clause,
  textSha256: 'e'.repeat(64),
}));
export const SEALED = { sealed: true, copiesSent: true } as const;
export const FACTS = { today: '2026-12-01', emailProven: { supervisor: true, coach: true } } as const;

export function aDraft(content: ContractContent = aContent()): Contract {
  return createContract('c1', content, DRAFTED).contract;
}

export function proposed(contract: Contract, now: Instant = DRAFTED): Contract {
  const revision = contract.open?.revision ?? -1;
  const content = contentToFreeze(contract, revision, FACTS, 'supervisor');
  const frozen = { revision, content, canonicalSha256: CANONICAL, pdfSha256: PDF };
  return proposeContract(contract, frozen, 'supervisor', now).contract;
}

export function aSignature(contract: Contract, who: Party, over: Partial<SignWish> = {}): SignWish {
  return {
    number: contract.open?.number ?? 1,
    canonicalSha256: CANONICAL,
    pdfSha256: PDF,
    fullName: contract.open?.frozen?.content.parties[who].name ?? '',
    consents: [...ASKED],
    ...over,
  };
}

export function signedBy(contract: Contract, who: Party, now: Instant = SIGNED): Contract {
  return signContract(contract, aSignature(contract, who), ASKED, who, now).contract;
}

export const aProposal = (content?: ContractContent) => proposed(aDraft(content));

export function aSigned(content?: ContractContent, now?: Instant): Contract {
  return signedBy(signedBy(aProposal(content), 'supervisor', now), 'coach', now);
}

export function anActive(content?: ContractContent, now: Instant = STARTED): Contract {
  return startContract(aSigned(content), SEALED, now).contract;
}

export function days(from: Instant, count: number): Instant {
  return from + count * DAY;
}
