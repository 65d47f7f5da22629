import { parseClause, type Block, type Inline } from './parse-clause';

/** Makes any text a Markdown that reads as that text; line breaks stay, empty lines do not. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\n\s*\n/g, '\n')
    .replaceAll(/[\\*_[\]{}]/g, '\\$&')
    .replaceAll(/^([ \t]*)([-+])/gm, '$1\\$2')
    .replaceAll(/^([ \t]*\d+)([.)])/gm, '$1\\$2');
}

/** What a clause says without its marks: for comparing, and where only text can stand. */
export function plainText(markdown: string): string {
  return parseClause(markdown).map(blockText).join('\n\n');
}

function blockText(block: Block): string {
  if (block.kind === 'paragraph') return inlineText(block.content);
  const { start } = block;
  return block.items
    .map((item, index) => `${start === null ? '•' : `${start + index}.`} ${item.map(blockText).join('\n')}`)
    .join('\n');
}

function inlineText(content: readonly Inline[]): string {
  return content
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      return inline.kind === 'break' ? '\n' : inlineText(inline.content);
    })
    .join('');
}
