/** Letters about a contract, each to one of its parties. */
export const CONTRACT_LETTER_KINDS = [
  'contract-proposed',
  'contract-half-signed',
  'contract-changes',
  'contract-declined',
  'contract-withdrawn',
  'contract-lapsed',
  'contract-copy',
  'contract-suspended',
  'contract-resumed',
  'contract-notice',
  'contract-notice-off',
  'contract-asked',
  'contract-ended',
  'contract-rescinded',
] as const;
export type ContractLetterKind = (typeof CONTRACT_LETTER_KINDS)[number];
