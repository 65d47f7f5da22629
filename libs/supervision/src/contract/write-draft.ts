import { DAY, Refusal, type GeneralRefusal, type Instant } from '@visavis/kernel';
import { canonicalJson } from '../evidence/canonical-json';
import type { ContractContent } from '../contract-content';
import { readDraft, type ContractDraft } from '../contract-draft';
import { missingForProposal, type ProposalFacts } from '../missing-for-proposal';
import { refuse } from '../supervision-refusal';
import type { Party } from '../words';
import {
  changed,
  event,
  inForceOf,
  onlyFor,
  onlyFrom,
  openIn,
  PROPOSAL_DAYS,
  withOpen,
  type Contract,
  type Transition,
} from './contract';

/** @throws Refusal not-for-this-party, wrong-state, changed-meanwhile */
export function saveDraft(
  contract: Contract,
  wish: { readonly revision: number; readonly content: ContractDraft },
  who: Party,
): Contract {
  onlyFor('supervisor', who);
  const open = openIn(contract, 'draft', 'changes-requested');
  sameRevision(open.revision, wish.revision);
  return withOpen(contract, { ...open, draft: wish.content, revision: open.revision + 1 });
}

/**
 * The content that may be frozen now: asked before the document is made, which takes its time.
 * @throws Refusal not-for-this-party, wrong-state, changed-meanwhile, nothing-changed, not-ready with the gaps
 *   as field errors
 */
export function contentToFreeze(
  contract: Contract,
  revision: number,
  facts: ProposalFacts,
  who: Party,
): ContractContent {
  onlyFor('supervisor', who);
  const open = openIn(contract, 'draft', 'changes-requested');
  sameRevision(open.revision, revision);
  const gaps = missingForProposal(open.draft, facts);
  const { content } = readDraft(open.draft);
  if (gaps.length > 0 || content === null) throw refuse('not-ready', { errors: gaps });
  const before = contract.inForce;
  if ((content.amendment?.amends ?? null) !== (before?.number ?? null))
    throw refuse('not-ready', { errors: [{ field: 'amendment.amends', code: 'contradicts' }] });
  if (before !== null && sameTerms(before.content, content)) throw refuse('nothing-changed');
  return content;
}

function sameTerms(before: ContractContent, after: ContractContent): boolean {
  return canonicalJson({ ...before, amendment: null }) === canonicalJson({ ...after, amendment: null });
}

/**
 * Freezes what `contentToFreeze` gave and what was made of it.
 * @throws Refusal not-for-this-party, wrong-state, changed-meanwhile
 */
export function proposeContract(
  contract: Contract,
  frozen: {
    readonly revision: number;
    readonly content: ContractContent;
    readonly canonicalSha256: string;
    readonly pdfSha256: string;
  },
  who: Party,
  now: Instant,
): Transition {
  onlyFor('supervisor', who);
  const open = openIn(contract, 'draft', 'changes-requested');
  sameRevision(open.revision, frozen.revision);
  const { content, canonicalSha256, pdfSha256 } = frozen;
  const lapsesAt = now + PROPOSAL_DAYS * DAY;
  const proposed = withOpen(contract, {
    ...open,
    state: 'proposed',
    frozen: { content, canonicalSha256, pdfSha256, proposedAt: now, lapsesAt },
    answerBy: null,
    signatures: [],
  });
  return changed(proposed, [
    event('frozen', who, now, open.number, { canonicalSha256, pdfSha256, lapsesAt }),
  ]);
}

/**
 * Opens the next version as a draft; the one in force stays so until the new one takes effect.
 * @throws Refusal not-for-this-party, wrong-state, amendment-open
 */
export function amendContract(
  contract: Contract,
  wish: { readonly why: string; readonly effectiveOn: string },
  who: Party,
  now: Instant,
): Transition {
  onlyFor('supervisor', who);
  onlyFrom(contract, 'active', 'suspended');
  if (contract.open !== null) throw refuse('amendment-open');
  const inForce = inForceOf(contract);
  const number = contract.lastNumber + 1;
  const draft = { ...inForce.content, amendment: { amends: inForce.number, ...wish } };
  const open = {
    number,
    state: 'draft',
    revision: 0,
    draft,
    frozen: null,
    answerBy: null,
    signatures: [],
  } as const;
  return changed({ ...contract, open, lastNumber: number }, [
    event('amendment-opened', who, now, number, { amends: inForce.number }),
  ]);
}

function sameRevision(current: number, asked: number): void {
  if (current !== asked) throw new Refusal<GeneralRefusal>('changed-meanwhile');
}
