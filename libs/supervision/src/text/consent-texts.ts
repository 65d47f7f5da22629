import type { ContractContent } from '../contract-content';
import { CONSENTS, type Clause, type Consent } from '../words';
import { consentFigures } from './clause-values';
import { CONTRACT_WORDS } from './contract-words';
import { plainText } from './plain-text';
import { renderClauses } from './render-clauses';

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

/**
 * The boxes to tick for a version: all five for a first one, for an amendment those whose clauses or words
 * change.
 */
export function consentsAsked(after: ContractContent, before: ContractContent | null = null): ConsentText[] {
  const texts = consentTexts(after);
  if (before === null) return texts;
  const [old, now] = [before, after].map(readings) as [Map<string, string>, Map<string, string>];
  const oldTexts = consentTexts(before);
  return texts.filter(
    ({ clause, text }, index) =>
      oldTexts[index]?.text !== text || HIGHLIGHTED[clause].some((id) => old.get(id) !== now.get(id)),
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

function readings(content: ContractContent): Map<string, string> {
  return new Map(renderClauses(content).map(({ id, markdown }) => [id, markdown]));
}
