import Reader, { type MarkdownIt, type Token } from 'markdown-it';

/*
 * The Markdown of contracts: of CommonMark, paragraphs, bold, italics, lists, and links to https and mailto addresses;
 * every line break stays one. Everything else is the text it looks like: there is no HTML, heading, image or code.
 * Screens and the PDF draw the same tree.
 */

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'bold' | 'italic'; readonly content: readonly Inline[] }
  | { readonly kind: 'link'; readonly href: string; readonly content: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | {
      readonly kind: 'list';
      /** Number of the first item; null for bullets. */
      readonly start: number | null;
      readonly items: readonly (readonly Block[])[];
    };

/** Lists in lists; markdown-it drops what lies deeper. */
const DEEPEST = 100;

let reader: MarkdownIt | undefined;

/** Reads a clause; any text is a clause. */
export function parseClause(markdown: string): Block[] {
  reader ??= makeReader();
  const row = reader.parse(markdown, {});
  return row.some(({ level }) => level >= DEEPEST - 1) ? literally(markdown) : readBlocks(new Tokens(row));
}

/** Nobody writes lists that deep; whatever it is, not a letter of it is lost. */
function literally(markdown: string): Block[] {
  const lines = markdown
    .split(/\r\n?|\n/)
    .flatMap((text): Inline[] => [{ kind: 'break' }, { kind: 'text', text }]);
  return [{ kind: 'paragraph', content: lines.slice(1) }];
}

function makeReader(): MarkdownIt {
  const made = new Reader('zero', { maxNesting: DEEPEST }).enable([
    'list',
    'hr',
    'newline',
    'escape',
    'emphasis',
    'link',
  ]);
  // Stars stand around whole words, as underscores do: `2*3*4` is a product.
  made.inline.State = class extends made.inline.State {
    override scanDelims(start: number) {
      return super.scanDelims(start, false);
    }
  };
  made.validateLink = isSafeAddress;
  made.normalizeLink = (href) => href;
  return made;
}

/** Addresses a contract may lead to. */
export function isSafeAddress(href: string): boolean {
  if (/^mailto:[^\s?&<>"\\()]+@[^\s?&<>"\\()]+$/.test(href)) return true;
  return /^https:\/\/[^\s<>"\\()/]/.test(href) && URL.canParse(href);
}

/** markdown-it gives a flat row in which what belongs together stands between an opening and its closing. */
class Tokens {
  readonly #row: readonly Token[];
  #at = 0;

  constructor(row: readonly Token[]) {
    this.#row = row;
  }

  /** The next one, or null when what is open ends here; the closing is taken along. */
  next(): Token | null {
    const token = this.#row[this.#at++];
    return token === undefined || token.nesting === -1 ? null : token;
  }
}

function readBlocks(tokens: Tokens): Block[] {
  const blocks: Block[] = [];
  for (let token = tokens.next(); token !== null; token = tokens.next()) {
    if (token.type === 'bullet_list_open')
      blocks.push({ kind: 'list', start: null, items: readItems(tokens) });
    if (token.type === 'ordered_list_open')
      blocks.push({ kind: 'list', start: Number(token.attrGet('start') ?? 1), items: readItems(tokens) });
    if (token.type === 'paragraph_open') blocks.push({ kind: 'paragraph', content: readParagraph(tokens) });
    // A line between parts is no construct of a contract, and no list of nothing either.
    if (token.type === 'hr')
      blocks.push({ kind: 'paragraph', content: [{ kind: 'text', text: token.markup }] });
  }
  return blocks;
}

function readItems(tokens: Tokens): Block[][] {
  const items: Block[][] = [];
  while (tokens.next() !== null) items.push(readBlocks(tokens));
  return items;
}

function readParagraph(tokens: Tokens): Inline[] {
  const content: Inline[] = [];
  for (let token = tokens.next(); token !== null; token = tokens.next())
    content.push(...readInlines(new Tokens(token.children ?? [])));
  return content;
}

function readInlines(tokens: Tokens): Inline[] {
  const inlines: Inline[] = [];
  for (let token = tokens.next(); token !== null; token = tokens.next())
    inlines.push(...readInline(token, tokens));
  return inlines;
}

function readInline(token: Token, tokens: Tokens): Inline[] {
  switch (token.type) {
    case 'softbreak':
    case 'hardbreak':
      return [{ kind: 'break' }];
    case 'strong_open':
      return [{ kind: 'bold', content: readInlines(tokens) }];
    case 'em_open':
      return [{ kind: 'italic', content: readInlines(tokens) }];
    case 'link_open':
      return readLink(
        String(token.attrGet('href') ?? ''),
        String(token.attrGet('title') ?? ''),
        readInlines(tokens),
      );
    default:
      return token.content === '' ? [] : [{ kind: 'text', text: token.content }];
  }
}

/** Nothing in a contract waits for a mouse to be seen: a title is written out. A link to nowhere is no link. */
function readLink(href: string, title: string, words: readonly Inline[]): Inline[] {
  const text = (said: string): Inline => ({ kind: 'text', text: said });
  if (href === '') return [text('['), ...words, text(`](${title})`)];
  const link: Inline = { kind: 'link', href, content: words.length > 0 ? words : [text(href)] };
  return title === '' ? [link] : [link, text(` (${title})`)];
}
