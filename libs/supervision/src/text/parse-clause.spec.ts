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
  ['***a***', [{ kind: 'italic', content: [{ kind: 'bold', content: [text('a')] }] }]],
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
  '****',
  '# Titre',
  '***',
  '> cité',
  '&eacute;',
  '<b>x</b> <script>alert(1)</script>',
  '`code`',
  '[x](javascript:alert(1))',
  '[x](https://)',
  '[x]()',
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
  expect(plainText(markdown)).toBe(markdown);
});

test('lists are bullets or numbers, in each other too, and keep the number they start with', () => {
  const said = (words: string) => [{ kind: 'paragraph', content: [text(words)] }];
  expect(parseClause('Voici :\n- a\n  suite\n\n- b\n\n3. c\n   - d\n4. e')).toEqual([
    { kind: 'paragraph', content: [text('Voici :')] },
    {
      kind: 'list',
      start: null,
      items: [[{ kind: 'paragraph', content: [text('a'), { kind: 'break' }, text('suite')] }], said('b')],
    },
    {
      kind: 'list',
      start: 3,
      items: [[...said('c'), { kind: 'list', start: null, items: [said('d')] }], said('e')],
    },
  ]);
});

test('what a link says to a mouse alone is said to everybody', () => {
  expect(plainText('[le code](https://a.example "de 2026")')).toBe('le code (de 2026)');
});

test('a backslash makes any sign a letter', () => {
  expect(line('\\*a\\* \\[b\\](https://c.example) 1\\. \\\\ \\n')).toEqual([
    text('*a* [b](https://c.example) 1. \\ \\n'),
  ]);
});

test.each([
  '- a',
  '  - a',
  '+ a',
  '- - -',
  '* a',
  '1. a',
  '12) a',
  'a\n- b',
  '**a**',
  '[x](https://a.example)',
  '\\',
  '{{fee}}',
])('%j is no list and no mark once it is escaped', (words) => {
  expect(plainText(escapeMarkdown(words))).toBe(words.trim());
  expect(JSON.stringify(parseClause(escapeMarkdown(words)))).not.toMatch(/"(list|bold|italic|link)"/);
});

test('any text survives as it is once it is escaped', () => {
  const oneLine = fc
    .string({ unit: 'grapheme' })
    .filter((words) => words.trim() !== '' && !/[\r\n\0]/.test(words));
  fc.assert(
    fc.property(oneLine, (words) => {
      expect(line(escapeMarkdown(words))).toEqual([text(words.trim())]);
    }),
  );
  const marks = fc.string({ unit: fc.constantFrom(...'*_[]()\\-+1. a{}<>&!#`\n') });
  fc.assert(
    fc.property(
      marks.filter((words) => words.trim() !== '' && !/\n\s*\n/.test(words.trim())),
      (words) => {
        const lines = words.trim().split('\n');
        expect(plainText(escapeMarkdown(words.trim()))).toBe(lines.map((each) => each.trim()).join('\n'));
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
      expect(hrefs.filter(([, href]) => !isSafeAddress(href ?? ''))).toEqual([]);
    }),
  );
});

test('what was marked nowhere is lost nowhere', () => {
  const unit = fc.constantFrom('a', 'b', ' ', '*', '**', '_', '[', ']', '(', ')', '- ', '1. ', '\n', '    ');
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 300 }), (parts) => {
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
  '1. ',
  'a** ',
])('the longest clause there can be, of nothing but %j, holds nobody up', (part) => {
  const long = part.repeat(Math.ceil(12_000 / part.length));
  const started = performance.now();
  parseClause(long);
  expect(performance.now() - started).toBeLessThan(500);
});
