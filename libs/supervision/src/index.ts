export * from './words';
export { refuse, SUPERVISION_REFUSALS, type SupervisionRefusal } from './supervision-refusal';
export { clauseTexts, contractContent } from './contract-content';
export type { ClauseTexts, ContractContent, Declaration, Term } from './contract-content';
export { contractDraft, readDraft, type ContractDraft } from './contract-draft';
export { contentToPropose, GAP_CODES, missingForProposal } from './missing-for-proposal';
export type { Gap, GapCode, ProposalFacts } from './missing-for-proposal';
export * from './contract-wish';
export * from './contract-wire';
export * from './template-wire';
export * from './session-wire';
export * from './home-wire';
export * from './letters-wire';
export {
  BLOCK_PLACEHOLDERS,
  PLACEHOLDERS,
  unknownPlaceholders,
  type BlockPlaceholder,
  type Placeholder,
} from './placeholders';

export { createContract, PROPOSAL_DAYS } from './contract/contract';
export type {
  Actor,
  Agreement,
  Contract,
  ContractEvent,
  FrozenText,
  OpenVersion,
  Signature,
  Transition,
  VersionInForce,
} from './contract/contract';
export { amendContract, contentToFreeze, proposeContract, saveDraft } from './contract/write-draft';
export { signContract, type AskedConsent } from './contract/sign-contract';
export { viewContract } from './contract/view-contract';
export { isSameName } from './contract/same-name';
export { declineContract, lapseContract, requestChanges, withdrawContract } from './contract/answer-proposal';
export { bringAmendmentIntoForce, startContract, type SealFacts } from './contract/start-contract';
export { resumeContract, suspendContract } from './contract/suspend-contract';
export { cancelNotice, giveNotice } from './contract/give-notice';
export { leaveContract } from './contract/leave-contract';
export { completeContract, endAfterNotice, endContract, expireContract } from './contract/end-contract';
export { rescindContract } from './contract/rescind-contract';
export { RENEWAL_DAYS, renewContract } from './contract/renew-contract';
export { earliestEnd, lastDate, WITHDRAWAL_DAYS, withdrawalEnds } from './contract/term';
export { nextTurn, passTime } from './contract/pass-time';
export { localDate } from './local-date';
export { mayDo, waitsFor } from './contract/may-do';
export {
  bookingObstacle,
  countsMinutes,
  mayBook,
  whatSponsorSees,
  type SponsorFact,
} from './contract/may-book';
export {
  costOfCancelling,
  freeUntil,
  settle,
  type SessionOutcome,
  type Settlement,
} from './minutes/session-cost';
export { showCost } from './minutes/show-cost';
export { unusedMinutes, type UnusedMinutes } from './minutes/unused-minutes';
export {
  correctMinutes,
  EMPTY_LEDGER,
  grantMinutes,
  ledgerTotals,
  minutesLeft,
  minutesOfVersion,
  reserveMinutes,
  settleMinutes,
  type LedgerEntry,
  type LedgerHead,
} from './minutes/ledger';
export {
  cancelSession,
  mayMoveSession,
  moveSession,
  sessionSeries,
  type Session,
  type ShownCost,
} from './minutes/session';
export { canonicalBytes, canonicalJson } from './evidence/canonical-json';
export { chainEvents, chainHash, eventForm, FIRST_LINK, verifyChain } from './evidence/event-chain';
export type { ChainedEvent, ChainHead, Sha256 } from './evidence/event-chain';
export { dayRoot, NO_DAY, type ContractHead } from './evidence/day-root';
export { climb, merklePath, merkleRoot, type MerkleStep } from './evidence/merkle-tree';
export { isSafeAddress, parseClause, type Block, type Inline } from './text/parse-clause';
export { escapeMarkdown, plainText } from './text/plain-text';
export { renderClauses, type RenderedClause } from './text/render-clauses';
export { CONSENT_TEXTS_VERSION, consentsAsked, HIGHLIGHTED, type ConsentText } from './text/consent-texts';
export { clauseDifferences, type ClauseDifference, type WordDiff } from './text/clause-difference';
export type { ContractWords } from './text/contract-words';
export { CONTRACT_WORDS } from './text/contract-words-in';
export { frozenDocument, type FrozenDocument } from './evidence/frozen-document';
export { bindSignature, signatureHash, type SignatureFacts } from './evidence/signature-form';
export { PRODUCT_TEMPLATES, PRODUCT_TEMPLATES_NUMBER } from './templates/product-templates';
export { checkTemplate } from './templates/check-template';
export { draftFromTemplate, type KnownFacts } from './templates/draft-from-template';
