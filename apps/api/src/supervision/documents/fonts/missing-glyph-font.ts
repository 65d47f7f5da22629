import { joinTables } from './read-woff';

/** Font units per em; everything below is in them. */
const EM = 1000;
const [LINE, TOP] = [30, 700];

/** Where the n-th character without a glyph stands in the font made for it (Unicode's private use area). */
export const FIRST_PLACE = 0xe000;
export const MOST_PLACES = 0x1900;

type Box = readonly [left: number, bottom: number, right: number, top: number];

/** Segments of a digit as calculators show it: top, upper right, lower right, bottom, lower left, upper left, middle. */
const SEGMENTS: Readonly<Record<string, string>> = {
  0: 'abcdef',
  1: 'bc',
  2: 'abged',
  3: 'abgcd',
  4: 'fgbc',
  5: 'afgcd',
  6: 'afgecd',
  7: 'abc',
  8: 'abcdefg',
  9: 'abcdfg',
  A: 'abcefg',
  B: 'cdefg',
  C: 'adef',
  D: 'bcdeg',
  E: 'adefg',
  F: 'aefg',
};

/** Widths of spaces that differ from a word's: en, em, thin, hair, narrow no-break, ideographic. */
const SPACES: Readonly<Record<number, number>> = {
  0x2002: 500,
  0x2003: 1000,
  0x2009: 200,
  0x200a: 100,
  0x202f: 200,
  0x3000: 1000,
};

/**
 * A TrueType font that draws characters for which no font has a glyph: a frame with the character's number in
 * Unicode, so that nothing in a signed text is invisible. The n-th character stands at U+E000 + n; what it
 * really is, the text layer says (`renderPdf`).
 */
export function missingGlyphFont(codePoints: readonly number[]): Buffer {
  const drawings = [frame('0'), ...codePoints.map(drawingOf)];
  const glyphs = drawings.map(({ boxes }) => writeGlyph(boxes));
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const metrics = Buffer.alloc(4 * glyphs.length);
  let offset = 0;
  glyphs.forEach((glyph, i) => {
    offset += glyph.length;
    loca.writeUInt32BE(offset, 4 * (i + 1));
    metrics.writeUInt16BE(drawings[i]?.advance ?? EM, 4 * i);
    metrics.writeInt16BE(0, 4 * i + 2);
  });
  const count = glyphs.length;
  const tables = {
    cmap: writeCmap(codePoints.length),
    glyf: Buffer.concat(glyphs),
    head: shorts(
      [1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, EM, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [EM, TOP, 0, 8, 2, 1, 0],
    ),
    hhea: shorts([1, 0, 800, -200, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, count]),
    hmtx: metrics,
    loca,
    maxp: shorts([1, 0, count, 240, 60, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]),
    name: writeName('VisavisMissing'),
    post: shorts([3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
  };
  return joinTables(
    0x00010000,
    Object.entries(tables).map(([tag, data]) => ({ tag, checksum: 0, data })),
  );
}

/** A space hides nothing by being empty: it is as wide as it should be, and the narrow one of French amounts is one. */
function drawingOf(code: number): { boxes: Box[]; advance: number } {
  if (!/\p{Zs}/u.test(String.fromCodePoint(code))) return frame(code.toString(16).toUpperCase());
  return { boxes: [], advance: SPACES[code] ?? 250 };
}

/** Frame and digits: two rows, as many columns as needed. */
function frame(digits: string): { boxes: Box[]; advance: number } {
  const padded = digits.padStart(digits.length > 4 ? 6 : 4, '0');
  const columns = padded.length / 2;
  const advance = 100 + columns * 220;
  const [left, right] = [40, advance - 40];
  const boxes: Box[] = [
    [left, 0, right, LINE],
    [left, TOP - LINE, right, TOP],
    [left, LINE, left + LINE, TOP - LINE],
    [right - LINE, LINE, right, TOP - LINE],
  ];
  [...padded].forEach((digit, i) => {
    const x = 100 + (i % columns) * 220 - (columns === 2 ? 10 : 20);
    boxes.push(...drawDigit(digit, x, i < columns ? 380 : 80));
  });
  return { boxes, advance };
}

function drawDigit(digit: string, x: number, y: number): Box[] {
  const [width, height, middle] = [140, 240, 105];
  const places: Readonly<Record<string, Box>> = {
    a: [x, y + height - LINE, x + width, y + height],
    b: [x + width - LINE, y + middle, x + width, y + height],
    c: [x + width - LINE, y, x + width, y + middle + LINE],
    d: [x, y, x + width, y + LINE],
    e: [x, y, x + LINE, y + middle + LINE],
    f: [x, y + middle, x + LINE, y + height],
    g: [x, y + middle, x + width, y + middle + LINE],
  };
  return [...(SEGMENTS[digit] ?? '')].map((segment) => places[segment] as Box);
}

/** A simple glyph whose contours are rectangles, clockwise. */
function writeGlyph(boxes: readonly Box[]): Buffer {
  if (boxes.length === 0) return Buffer.alloc(0);
  const corners = boxes.flatMap(([left, bottom, right, top]) => [
    [left, bottom],
    [left, top],
    [right, top],
    [right, bottom],
  ]) as [number, number][];
  const xs = corners.map(([x]) => x);
  const deltas = (values: readonly number[]) => values.map((value, i) => value - (values[i - 1] ?? 0));
  const head = shorts([boxes.length, Math.min(...xs), 0, Math.max(...xs), TOP]);
  const ends = shorts([...boxes.map((_, i) => 4 * i + 3), 0]);
  const flags = Buffer.alloc(corners.length, 1); // on the curve, both coordinates as 16 bits
  const whole = Buffer.concat([
    head,
    ends,
    flags,
    shorts(deltas(xs)),
    shorts(deltas(corners.map(([, y]) => y))),
  ]);
  return Buffer.concat([whole, Buffer.alloc(-whole.length & 3)]);
}

/** Format 4 with one segment for all characters and the closing one that the format wants. */
function writeCmap(count: number): Buffer {
  const [start, end] = count === 0 ? [0xfffe, 0xfffe] : [FIRST_PLACE, FIRST_PLACE + count - 1];
  return shorts(
    [0, 1, 3, 1, 0, 12, 4, 32, 0, 4, 4, 1, 0, end, 0xffff, 0, start, 0xffff],
    [1 - start, 1, 0, 0],
  );
}

function writeName(name: string): Buffer {
  const text = Buffer.from(name, 'utf16le').swap16();
  const records = [1, 6].flatMap((id) => [3, 1, 0x409, id, text.length, 0]);
  return Buffer.concat([shorts([0, 2, 6 + 24, ...records]), text]);
}

function shorts(...parts: readonly (readonly number[])[]): Buffer {
  const values = parts.flat();
  const buffer = Buffer.alloc(2 * values.length);
  values.forEach((value, i) => buffer.writeUInt16BE(value & 0xffff, 2 * i));
  return buffer;
}
