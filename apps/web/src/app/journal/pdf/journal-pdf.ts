import type { Content } from 'pdfmake/interfaces';
import { writtenBlocks } from '../written-blocks';

/** An entry's Markdown as paper. */
export function entryOnPaper(markdown: string, isFirst: boolean): Content[] {
  return writtenBlocks(markdown).map(({ kind, text }): Content => {
    switch (kind) {
      case 'title':
        return { text, style: 'title', ...(!isFirst && { pageBreak: 'before' }) };
      case 'stage':
        return { text, style: 'heading' };
      case 'quote':
        return { text, margin: [12, 0, 0, 8], preserveLeadingSpaces: true };
      case 'question':
        return { text, bold: true, margin: [0, 6, 0, 2] };
      case 'note':
        return { text, style: 'quiet', margin: [0, 0, 0, 4] };
    }
  });
}
