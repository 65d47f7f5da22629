/** What a block of an entry's Markdown is; its own few marks only, since what a person wrote stands in quotes. */
export interface WrittenBlock {
  readonly kind: 'title' | 'stage' | 'question' | 'quote' | 'note';
  readonly text: string;
}

export function writtenBlocks(markdown: string): readonly WrittenBlock[] {
  return markdown.split('\n\n').map((block, at): WrittenBlock => {
    if (at === 0) return { kind: 'title', text: block.replace(/^# /, '') };
    if (block.startsWith('## ')) return { kind: 'stage', text: block.slice(3) };
    if (block.startsWith('> ')) return { kind: 'quote', text: block.replace(/^> ?/gm, '') };
    if (/^\*\*.*\*\*$/s.test(block)) return { kind: 'question', text: block.slice(2, -2) };
    return { kind: 'note', text: block.replace(/^\*(.*)\*$/s, '$1') };
  });
}
