import * as fc from 'fast-check';
import { isSafeAddress, parseClause, type Inline } from './parse-clause';
import { escapeMarkdown, plainText } from './plain-text';

const text = (words: string): Inline => ({ kind: 'text', text: words });
const line = (markdown: string) => {
  const [block, ...rest] = parseClause(markdown);
  expect(rest).toEqual([]);
  return block?.kind === 'paragraph' ? block.content : block;
};

test('paragraphs are separated by empty lines, a line break stays one', () => {
  expect(parseClause('Un\ndeux\n\n \nTrois\r\nquatre')).toEqual([
    { kind: 'paragraph', content: [text('Un'), { kind: 'break' }, text('deux')] },
    { kind: 'paragraph', content: [text('Trois'), { kind: 'break' }, text('quatre')] },
  ]);
  expect(parseClause('')).toEqual([]);
});

test.each<[string, Inline[]]>([
  ['a **b** c', [text('a '), { kind: 'bold', content: [text('b')] }, text(' c')]],
  [
    '*a* _b_',
    [{ kind: 'italic', content: [text('a')] }, text(' '), { kind: 'italic', content: [text('b')] }],
  ],
  ['***a***', [{ kind: 'bold', content: [{ kind: 'italic', content: [text('a')] }] }]],
  [
    '**a *b* c**',
    [{ kind: 'bold', content: [text('a '), { kind: 'italic', content: [text('b')] }, text(' c')] }],
  ],
  [
    '[le **code**](https://ethics.example/a?b=1)',
    [
      {
        kind: 'link',
        href: 'https://ethics.example/a?b=1',
        content: [text('le '), { kind: 'bold', content: [text('code')] }],
      },
    ],
  ],
  ['[x](mailto:a@b.example)', [{ kind: 'link', href: 'mailto:a@b.example', content: [text('x')] }]],
])('%s is read', (markdown, content) => {
  expect(line(markdown)).toEqual(content);
});

test.each([
  '2 * 3 * 4',
  '2*3*4',
  'un_nom_de_fichier',
  '**ouvert',
  'fermé**',
  '*a **b* c',
  '****',
  '__x__',
  '# Titre',
  '<b>x</b> <script>alert(1)</script>',
  '`code`',
  '[x](javascript:alert(1))',
  '[x](https://)',
  '[x](http://example.org)',
  '[x](data:text/html,x)',
  '[x](mailto:a@b.example?bcc=c@d.example)',
  '![x](ftp://a.example)',
  '[x][y]',
  'a ] b',
  '-pas une liste',
  '1.pas une liste',
  '{{constructor}} {{7*7}} ${7*7} #{7*7} <%= 7*7 %>',
  'une barre \\ seule',
])('%s is shown literally', (markdown) => {
  expect(JSON.stringify(line(markdown))).not.toContain('"link"');
  expect(plainText(markdown)).toBe(markdown === '*a **b* c' ? 'a **b c' : markdown);
});

test('lists are bullets or numbers, and keep the number they start with', () => {
  expect(parseClause('Voici :\n- a\n  suite\n* b\n\n- c\n\n3. d\n4) e')).toEqual([
    { kind: 'paragraph', content: [text('Voici :')] },
    {
      kind: 'list',
      start: null,
      items: [[text('a'), { kind: 'break' }, text('  suite')], [text('b')], [text('c')]],
    },
    { kind: 'list', start: 3, items: [[text('d')], [text('e')]] },
  ]);
});

test('a backslash makes any sign a letter', () => {
  expect(line('\\*a\\* \\[b\\](https://c.example) 1\\. \\\\ \\n')).toEqual([
    text('*a* [b](https://c.example) 1. \\ \\n'),
  ]);
});

test.each([
  '- a',
  '  - a',
  '* a',
  '1. a',
  '12) a',
  'a\n- b',
  '**a**',
  '[x](https://a.example)',
  '\\',
  '{{fee}}',
])('%j is no list and no mark once it is escaped', (words) => {
  expect(plainText(escapeMarkdown(words))).toBe(words);
  expect(JSON.stringify(parseClause(escapeMarkdown(words)))).not.toMatch(/"(list|bold|italic|link)"/);
});

test('any text survives as it is once it is escaped', () => {
  const oneLine = fc
    .string({ unit: 'grapheme' })
    .filter((words) => words.trim() !== '' && !/[\r\n]/.test(words));
  fc.assert(
    fc.property(oneLine, (words) => {
      expect(line(escapeMarkdown(words))).toEqual([text(words)]);
    }),
  );
  const marks = fc.string({
    unit: fc.constantFrom('*', '_', '[', ']', '(', ')', '\\', '-', '1', '.', ' ', 'a', '{', '}'),
  });
  fc.assert(
    fc.property(
      marks.filter((words) => words.trim() !== ''),
      (words) => {
        expect(line(escapeMarkdown(words))).toEqual([text(words)]);
      },
    ),
  );
});

test('no text, escaped or not, becomes a link to anywhere else', () => {
  const unit = fc.constantFrom(
    '[',
    ']',
    '(',
    ')',
    'javascript:',
    'https://',
    'a.example',
    '*',
    '\\',
    '\n',
    '_',
    'x',
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 40 }), (parts) => {
      const hrefs = [...JSON.stringify(parseClause(parts.join(''))).matchAll(/"href":"([^"]*)"/g)];
      expect(hrefs.every(([, href]) => isSafeAddress(href ?? ''))).toBe(true);
    }),
  );
});

test('what was marked nowhere is lost nowhere', () => {
  const unit = fc.constantFrom('a', 'b', ' ', '*', '**', '_', '[', ']', '(', ')');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 60 }), (parts) => {
      const letters = (words: string) => words.replaceAll(/[^ab]/g, '');
      expect(letters(plainText(parts.join('')))).toBe(letters(parts.join('')));
    }),
  );
});

test.each([
  '[',
  ']',
  '*',
  '**a',
  '_a ',
  '[a](',
  '\\',
  '* ',
  '- a\n',
  '**a*b',
  '[**_a',
  '](https://a.example)',
])('a hundred thousand characters of %j are read in linear time', (part) => {
  const long = part.repeat(Math.ceil(100_000 / part.length));
  const started = performance.now();
  parseClause(long);
  expect(performance.now() - started).toBeLessThan(500);
});
