/*
 * The Markdown of contracts: paragraphs, line breaks, bold, italics, lists, and links to https and mailto
 * addresses. Everything else is the text it looks like: there is no HTML, heading, image or code. Screens and
 * the PDF draw the same tree. Time is linear in the length of the text.
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
      readonly items: readonly (readonly Inline[])[];
    };

const BULLET = /^ {0,3}[-*] +(?=\S)/;
const NUMBER = /^ {0,3}(\d{1,6})[.)] +(?=\S)/;

/** Reads a clause; any text is a clause. */
export function parseClause(markdown: string): Block[] {
  const raw: RawBlock[] = [];
  let isOpen = false;
  for (const line of markdown.split(/\r\n?|\n/)) {
    const last = raw.at(-1);
    if (line.trim() === '') isOpen = false;
    else if (BULLET.test(line)) isOpen = addItem(raw, null, line.replace(BULLET, ''));
    else if (NUMBER.test(line))
      isOpen = addItem(raw, Number(NUMBER.exec(line)?.[1]), line.replace(NUMBER, ''));
    else if (isOpen && last !== undefined) last.texts.at(-1)?.push(line);
    else isOpen = raw.push({ isList: false, start: null, texts: [[line]] }) > 0;
  }
  return raw.map(({ isList, start, texts }) => {
    const [first = [], ...rest] = texts.map((lines) => parseInline(lines.join('\n')));
    return isList ? { kind: 'list', start, items: [first, ...rest] } : { kind: 'paragraph', content: first };
  });
}

interface RawBlock {
  readonly isList: boolean;
  readonly start: number | null;
  /** Lines of the paragraph, or of each item. */
  readonly texts: string[][];
}

/** Items of one kind that follow each other, blank lines between them or not, are one list. */
function addItem(raw: RawBlock[], start: number | null, text: string): true {
  const last = raw.at(-1);
  if (last?.isList === true && (last.start === null) === (start === null)) last.texts.push([text]);
  else raw.push({ isList: true, start, texts: [[text]] });
  return true;
}

interface Frame {
  readonly kind: 'root' | 'bold' | 'italic' | 'link';
  /** What opened it: shown as text when nothing closes it. */
  readonly mark: string;
  readonly content: Inline[];
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;
const SPECIAL = /[\\\n*_[\]]/g;

function parseInline(source: string): Inline[] {
  const frames: Frame[] = [{ kind: 'root', mark: '', content: [] }];
  let at = 0;
  while (at < source.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(source)?.index ?? source.length;
    write(frames, source.slice(at, next));
    at = next < source.length ? next + readSpecial(frames, source, next) : next;
  }
  while (frames.length > 1) flattenTop(frames);
  return frames[0]?.content ?? [];
}

/** Reads the special character at `at`; returns how many characters it took. */
function readSpecial(frames: Frame[], source: string, at: number): number {
  const sign = source[at];
  if (sign === '\n') {
    top(frames).push({ kind: 'break' });
    return 1;
  }
  if (sign === '\\') {
    const next = source[at + 1] ?? '';
    const isEscape = PUNCTUATION.test(next);
    write(frames, isEscape ? next : '\\');
    return isEscape ? 2 : 1;
  }
  if (sign === '*') return readStars(frames, source, at);
  if (sign === '_') return readUnderscore(frames, source, at);
  if (sign === '[') {
    if (isOpen(frames, 'link')) write(frames, '[');
    else frames.push({ kind: 'link', mark: '[', content: [] });
    return 1;
  }
  return readLinkEnd(frames, source, at);
}

function readStars(frames: Frame[], source: string, at: number): number {
  let length = 1;
  while (source[at + length] === '*') length++;
  if (length > 3) {
    write(frames, source.slice(at, at + length));
    return length;
  }
  const [mayOpen, mayClose] = edges(source, at, length);
  let left = length;
  while (left > 0) {
    const innermost = frames.at(-1)?.kind;
    if (mayClose && left !== 2 && innermost === 'italic') left -= close(frames, 'italic', 1);
    else if (mayClose && left >= 2 && isOpen(frames, 'bold')) left -= close(frames, 'bold', 2);
    else if (mayClose && isOpen(frames, 'italic')) left -= close(frames, 'italic', 1);
    else if (mayOpen && left >= 2 && !isOpen(frames, 'bold')) left -= open(frames, 'bold', '**');
    else if (mayOpen && !isOpen(frames, 'italic')) left -= open(frames, 'italic', '*');
    else {
      write(frames, '*'.repeat(left));
      left = 0;
    }
  }
  return length;
}

/** Whether marks of a length may open and close here: around whole words only, in `2*3*4` they are text. */
function edges(source: string, at: number, length: number): readonly [boolean, boolean] {
  const before = source[at - 1] ?? ' ';
  const after = source[at + length] ?? ' ';
  return [/\S/.test(after) && !WORD.test(before), /\S/.test(before) && !WORD.test(after)];
}

function readUnderscore(frames: Frame[], source: string, at: number): number {
  let length = 1;
  while (source[at + length] === '_') length++;
  const [mayOpen, mayClose] = edges(source, at, length);
  if (length === 1 && mayClose && isOpen(frames, 'italic')) close(frames, 'italic', 1);
  else if (length === 1 && mayOpen && !isOpen(frames, 'italic')) open(frames, 'italic', '_');
  else write(frames, source.slice(at, at + length));
  return length;
}

const TARGET = /\(([^\s()<>"\\]{1,2000})\)/y;

function readLinkEnd(frames: Frame[], source: string, at: number): number {
  if (!isOpen(frames, 'link')) {
    write(frames, ']');
    return 1;
  }
  TARGET.lastIndex = at + 1;
  const href = TARGET.exec(source)?.[1] ?? '';
  if (!isSafeAddress(href)) {
    // No link after all: what it held stays, with its brackets.
    while (frames.at(-1)?.kind !== 'link') flattenTop(frames);
    flattenTop(frames);
    write(frames, ']');
    return 1;
  }
  while (frames.at(-1)?.kind !== 'link') flattenTop(frames);
  const { content } = frames.pop() as Frame;
  top(frames).push({
    kind: 'link',
    href,
    content: content.length > 0 ? content : [{ kind: 'text', text: href }],
  });
  return href.length + 3;
}

/** Addresses a contract may lead to. */
export function isSafeAddress(href: string): boolean {
  if (/^mailto:[^\s?&<>"\\()]+@[^\s?&<>"\\()]+$/.test(href)) return true;
  return /^https:\/\/[^\s<>"\\()/]/.test(href) && URL.canParse(href);
}

function open(frames: Frame[], kind: 'bold' | 'italic', mark: string): number {
  frames.push({ kind, mark, content: [] });
  return mark.length;
}

function close(frames: Frame[], kind: 'bold' | 'italic', length: number): number {
  while (frames.at(-1)?.kind !== kind) flattenTop(frames);
  const { content, mark } = frames.pop() as Frame;
  if (content.length > 0) top(frames).push({ kind, content });
  else write(frames, mark + mark);
  return length;
}

/** An opening that nothing closed is text. At most one of each kind is open, so this stays linear. */
function flattenTop(frames: Frame[]): void {
  const { mark, content } = frames.pop() as Frame;
  write(frames, mark);
  for (const inline of content) {
    if (inline.kind === 'text') write(frames, inline.text);
    else top(frames).push(inline);
  }
}

function isOpen(frames: readonly Frame[], kind: Frame['kind']): boolean {
  return frames.some((frame) => frame.kind === kind);
}

function top(frames: readonly Frame[]): Inline[] {
  return (frames.at(-1) as Frame).content;
}

function write(frames: readonly Frame[], text: string): void {
  const content = top(frames);
  const last = content.at(-1);
  if (text === '') return;
  if (last?.kind === 'text') content[content.length - 1] = { kind: 'text', text: last.text + text };
  else content.push({ kind: 'text', text });
}
