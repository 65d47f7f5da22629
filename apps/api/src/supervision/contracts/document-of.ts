import type { Instant, Language } from '@visavis/kernel';
import {
  parseClause,
  PARTIES,
  type Block as ClauseBlock,
  type Inline as ClauseInline,
  type FrozenDocument,
  type Party,
} from '@visavis/supervision';
import type { Block, ContractDocument, DocumentParty, Span } from '../documents/contract-document';
import { spellNumber } from './spell-number';

const TITLES: Readonly<Record<Language, readonly [contract: string, amendment: string]>> = {
  fr: ['Contrat de supervision', 'Avenant au contrat de supervision'],
  en: ['Supervision contract', 'Amendment to the supervision contract'],
};

/** A frozen version as it is set in a file: the same tree that screens draw. */
export function documentOf(
  frozen: FrozenDocument,
  about: {
    readonly contractNumber: number;
    readonly practiceName: string;
    readonly canonicalJson: string;
    readonly frozenAt: Instant;
  },
): ContractDocument {
  const { content } = frozen;
  return {
    language: content.language,
    title: TITLES[content.language][content.amendment === null ? 0 : 1],
    number: spellNumber(about.contractNumber),
    version: frozen.number,
    practiceName: about.practiceName,
    parties: PARTIES.map((party) => partyOf(frozen, party)),
    clauses: frozen.clauses.map(({ id, title, markdown }) => ({
      id,
      title,
      blocks: blocksOf(markdown),
    })),
    canonicalJson: about.canonicalJson,
    frozenAt: about.frozenAt,
  };
}

function partyOf({ content }: FrozenDocument, role: Party): DocumentParty {
  const { name, siren, mentions, address, email } = content.parties[role];
  return {
    role,
    name,
    lines: [
      ...(siren === null ? [] : [`SIREN ${siren.replace(/(\d{3})(?=\d)/g, '$1 ')}`]),
      ...(mentions === null ? [] : [mentions]),
      ...address.split('\n'),
      email,
    ],
  };
}

/** A clause as it is set: the same tree that screens draw. */
export function blocksOf(markdown: string): Block[] {
  return parseClause(markdown).map(blockOf);
}

function blockOf(block: ClauseBlock): Block {
  if (block.kind === 'paragraph') return { kind: 'paragraph', spans: spansOf(block.content) };
  return { kind: 'list', start: block.start, items: block.items.map((item) => item.map(blockOf)) };
}

function spansOf(content: readonly ClauseInline[], style: Omit<Span, 'text'> = {}): Span[] {
  return content.flatMap((inline): Span[] => {
    if (inline.kind === 'text') return [{ ...style, text: inline.text }];
    if (inline.kind === 'break') return [{ ...style, text: '\n' }];
    if (inline.kind === 'link') return linkSpans(spansOf(inline.content, style), inline.href, style);
    return spansOf(inline.content, { ...style, [inline.kind === 'bold' ? 'strong' : 'emphasis']: true });
  });
}

/** On paper an address is written out, once, behind the words that lead to it. */
function linkSpans(words: Span[], href: string, style: Omit<Span, 'text'>): Span[] {
  const said = words.map(({ text }) => text).join('');
  return said === href || `mailto:${said}` === href ? words : [...words, { ...style, text: ` (${href})` }];
}
