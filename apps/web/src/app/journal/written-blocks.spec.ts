import { startFree, writeMarkdown } from '@visavis/journal';
import { loadQuestionWords, questionWords } from './question-words';
import { writtenBlocks } from './written-blocks';

beforeAll(loadQuestionWords);

describe('an entry in blocks', () => {
  it('is a title, and what was said in quotes, whatever marks were typed in it', () => {
    const text = '# Un titre ?\n\n**gras**\n> cité';
    const entry = { ...startFree('2026-11-27'), answers: { date: '2026-11-27', title: 'Note', text } };
    const blocks = writtenBlocks(writeMarkdown(entry, questionWords()));
    expect(blocks[0]).toEqual({ kind: 'title', text: 'Note' });
    expect(blocks.find(({ kind }) => kind === 'quote')).toEqual({ kind: 'quote', text });
    expect(blocks.some(({ kind }) => kind === 'stage')).toBe(false);
  });
});
