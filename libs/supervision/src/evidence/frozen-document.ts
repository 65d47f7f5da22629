import type { ContractContent } from '../contract-content';
import {
  CONSENT_TEXTS_VERSION,
  consentsAsked,
  type ConsentText,
  type FrozenBefore,
} from '../text/consent-texts';
import { renderClauses, type RenderedClause } from '../text/render-clauses';

/**
 * What is frozen, hashed and signed: figures, clauses as they read, and the words beside the boxes. It holds
 * no hash of itself; its canonical bytes are attached to the PDF.
 */
export interface FrozenDocument {
  readonly schema: 'visavis-contract/1';
  readonly contractId: string;
  readonly number: number;
  readonly content: ContractContent;
  readonly clauses: readonly RenderedClause[];
  readonly consents: { readonly version: number; readonly asked: readonly ConsentText[] };
}

/** @param before the version in force, when this one amends it */
export function frozenDocument(
  contractId: string,
  number: number,
  content: ContractContent,
  before: FrozenBefore | null,
): FrozenDocument {
  return {
    schema: 'visavis-contract/1',
    contractId,
    number,
    content,
    clauses: renderClauses(content),
    consents: { version: CONSENT_TEXTS_VERSION, asked: consentsAsked(content, before) },
  };
}
