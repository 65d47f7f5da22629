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
export {
  BLOCK_PLACEHOLDERS,
  PLACEHOLDERS,
  unknownPlaceholders,
  type BlockPlaceholder,
  type Placeholder,
} from './placeholders';
