import type { ContractContent } from '../contract-content';
import { CONSENTS, type Clause, type Consent } from '../words';
import { consentFigures } from './clause-values';
import { CONTRACT_WORDS } from './contract-words-in';
import { plainText } from './plain-text';
import { renderClauses, type RenderedClause } from './render-clauses';

/** Raised when the words beside the boxes change; part of what is frozen. */
export const CONSENT_TEXTS_VERSION = 1;

/** What each highlighted box is about. */
export const HIGHLIGHTED: Readonly<Record<Consent, readonly Clause[]>> = {
  fees: ['fees'],
  cancellation: ['cancellation'],
  'confidentiality-limits': ['confidentiality'],
  data: ['data-protection', 'records'],
  evidence: ['evidence'],
};

export interface ConsentText {
  readonly clause: Consent;
  readonly title: string;
  /** Plain text: these very words are hashed and shown beside the box. */
  readonly text: string;
}

/** The version that an amendment changes, as it was frozen. */
export interface FrozenBefore {
  readonly content: ContractContent;
  readonly clauses: readonly RenderedClause[];
  readonly consents: { readonly asked: readonly ConsentText[] };
}

/**
 * The boxes to tick for a version: all five for a first one, for an amendment those whose clauses or words read
 * otherwise than what was signed.
 */
export function consentsAsked(after: ContractContent, before: FrozenBefore | null = null): ConsentText[] {
  const texts = consentTexts(after);
  if (before === null) return texts;
  const [old, now] = [before.clauses, renderClauses(after)].map(readings) as [
    Map<string, string>,
    Map<string, string>,
  ];
  // An amendment asked for some boxes only; the words of the others are those of its content.
  const oldTexts = new Map(
    [...consentTexts(before.content), ...before.consents.asked].map(({ clause, text }) => [clause, text]),
  );
  return texts.filter(
    ({ clause, text }) =>
      oldTexts.get(clause) !== text || HIGHLIGHTED[clause].some((id) => old.get(id) !== now.get(id)),
  );
}

function consentTexts(content: ContractContent): ConsentText[] {
  const words = CONTRACT_WORDS[content.language];
  const figures = consentFigures(content);
  return CONSENTS.map((clause) => ({
    clause,
    title: HIGHLIGHTED[clause].map((id) => words.titles[id]).join(' · '),
    text: plainText(words.consents[clause](figures)),
  }));
}

function readings(clauses: readonly RenderedClause[]): Map<string, string> {
  return new Map(clauses.map(({ id, markdown }) => [id, markdown]));
}
