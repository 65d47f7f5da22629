import type { Content } from 'pdfmake/interfaces';

/** An entry's Markdown as paper: its own few marks only, since what a person wrote stands in quotes. */
export function entryOnPaper(markdown: string, isFirst: boolean): Content[] {
  return markdown.split('\n\n').map((block, at): Content => {
    if (at === 0)
      return { text: block.replace(/^# /, ''), style: 'title', ...(!isFirst && { pageBreak: 'before' }) };
    if (block.startsWith('## ')) return { text: block.slice(3), style: 'heading' };
    if (block.startsWith('> '))
      return { text: block.replace(/^> ?/gm, ''), margin: [12, 0, 0, 8], preserveLeadingSpaces: true };
    if (/^\*\*.*\*\*$/s.test(block)) return { text: block.slice(2, -2), bold: true, margin: [0, 6, 0, 2] };
    return { text: block.replace(/^\*(.*)\*$/s, '$1'), style: 'quiet', margin: [0, 0, 0, 4] };
  });
}
