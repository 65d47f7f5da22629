import type { Language } from '@visavis/kernel';
import type { ContractContent } from '../contract-content';
import type { ContractDraft } from '../contract-draft';
import { BLOCK_PLACEHOLDERS, PLACEHOLDER_PATTERN } from '../placeholders';
import { CLAUSES, type Clause } from '../words';
import { clauseValues, NOT_YET, type ClauseValues } from './clause-values';
import { CONTRACT_WORDS } from './contract-words-in';

export interface RenderedClause {
  readonly id: Clause;
  readonly title: string;
  /** Without placeholders. */
  readonly markdown: string;
}

/**
 * The clauses of a contract as they read: screen, PDF and difference all start from here. A draft may lack
 * figures; they show as […].
 */
export function renderClauses(
  draft: ContractDraft | ContractContent,
  language: Language = draft.language ?? 'fr',
): RenderedClause[] {
  const values = clauseValues(draft, language);
  return CLAUSES.filter((clause) => isPart(draft, clause)).map((id) => ({
    id,
    title: CONTRACT_WORDS[language].titles[id],
    markdown: fill(draft.clauses?.[id] ?? '', values),
  }));
}

function isPart(draft: ContractDraft, clause: Clause): boolean {
  if (clause === 'amendment') return Boolean(draft.amendment);
  if (clause === 'consumer') return Boolean(draft.consumer);
  return clause !== 'additional' || Boolean(draft.clauses?.additional?.trim());
}

const BLOCKS: ReadonlySet<string> = new Set(BLOCK_PLACEHOLDERS);

/** One pass: what is put in is not searched again. A name nobody knows stays as it is written. */
function fill(markdown: string, values: ClauseValues): string {
  return markdown
    .replaceAll(PLACEHOLDER_PATTERN, (written, name: string) => {
      if (!Object.hasOwn(values, name)) return written;
      const value = values[name as keyof ClauseValues]() ?? NOT_YET;
      return BLOCKS.has(name) ? `\n\n${value}\n\n` : value;
    })
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
