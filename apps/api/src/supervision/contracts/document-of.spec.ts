import { blocksOf } from './document-of';

describe('a clause that is set', () => {
  it('writes out where a link leads, once and behind its words', () => {
    expect(blocksOf('Lisez [le **code**](https://emcc.example/code).')).toEqual([
      {
        kind: 'paragraph',
        spans: [
          { text: 'Lisez ' },
          { text: 'le ' },
          { text: 'code', strong: true },
          { text: ' (https://emcc.example/code)' },
          { text: '.' },
        ],
      },
    ]);
  });

  it('does not say an address twice', () => {
    expect(blocksOf('[https://emcc.example](https://emcc.example)')).toEqual([
      { kind: 'paragraph', spans: [{ text: 'https://emcc.example' }] },
    ]);
    expect(blocksOf('[a@b.example](mailto:a@b.example)')).toEqual([
      { kind: 'paragraph', spans: [{ text: 'a@b.example' }] },
    ]);
  });

  it('counts on from the number a list starts with, and keeps lists in lists', () => {
    const said = (text: string) => ({ kind: 'paragraph', spans: [{ text }] });
    expect(blocksOf('3. trois\n   - dont\n4. quatre')).toEqual([
      {
        kind: 'list',
        start: 3,
        items: [[said('trois'), { kind: 'list', start: null, items: [[said('dont')]] }], [said('quatre')]],
      },
    ]);
  });
});
