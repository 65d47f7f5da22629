import { inflateSync } from 'node:zlib';

/** A font as TrueType, and the code points it has glyphs for. */
export interface FontFile {
  readonly ttf: Buffer;
  readonly covers: ReadonlySet<number>;
}

interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly data: Buffer;
}

/**
 * The TrueType font inside a WOFF 1 file (W3C WOFF File Format 1.0, sections 3 to 5): a PDF embeds TrueType, and
 * the fonts that the pages use come as WOFF.
 *
 * @throws Error when `woff` is not WOFF
 */
export function readWoff(woff: Buffer): FontFile {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font');
  const tables: Table[] = [];
  for (let i = 0; i < woff.readUInt16BE(12); i++) {
    const at = 44 + 20 * i;
    const [offset, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const stored = woff.subarray(offset, offset + packed);
    tables.push({
      tag: woff.toString('latin1', at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      data: packed < length ? inflateSync(stored) : Buffer.from(stored),
    });
  }
  const cmap = tables.find(({ tag }) => tag === 'cmap');
  if (cmap === undefined) throw new Error('font without cmap');
  return { ttf: joinTables(woff.readUInt32BE(4), tables), covers: readCoverage(cmap.data) };
}

/** The table directory of OpenType and the tables behind it, each on a boundary of four bytes. */
export function joinTables(flavour: number, tables: readonly Table[]): Buffer {
  const power = 2 ** Math.floor(Math.log2(tables.length));
  const head = Buffer.alloc(12 + 16 * tables.length);
  head.writeUInt32BE(flavour, 0);
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tables.length - power) * 16, 10);
  let offset = head.length;
  const bodies = tables.map(({ tag, checksum, data }, i) => {
    const at = 12 + 16 * i;
    head.write(tag, at, 'latin1');
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    const padded = Buffer.concat([data, Buffer.alloc(-data.length & 3)]);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...bodies]);
}

/** Code points that some Unicode subtable (format 4 or 12) maps to a glyph. */
function readCoverage(cmap: Buffer): Set<number> {
  const covers = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const subtable = cmap.subarray(cmap.readUInt32BE(8 + 8 * i));
    const format = subtable.readUInt16BE(0);
    if (format === 4) readFormat4(subtable, covers);
    if (format === 12) {
      for (let group = 0; group < subtable.readUInt32BE(12); group++) {
        const at = 16 + 12 * group;
        for (let code = subtable.readUInt32BE(at); code <= subtable.readUInt32BE(at + 4); code++)
          covers.add(code);
      }
    }
  }
  return covers;
}

function readFormat4(subtable: Buffer, covers: Set<number>): void {
  const segments = subtable.readUInt16BE(6) / 2;
  const [ends, starts, deltas, ranges] = [
    14,
    16 + 2 * segments,
    16 + 4 * segments,
    16 + 6 * segments,
  ] as const;
  for (let i = 0; i < segments; i++) {
    const start = subtable.readUInt16BE(starts + 2 * i);
    const range = subtable.readUInt16BE(ranges + 2 * i);
    for (let code = start; code <= subtable.readUInt16BE(ends + 2 * i); code++) {
      if (code === 0xffff) continue;
      const glyph =
        range === 0
          ? (code + subtable.readUInt16BE(deltas + 2 * i)) & 0xffff
          : subtable.readUInt16BE(ranges + 2 * i + range + 2 * (code - start));
      if (glyph !== 0) covers.add(code);
    }
  }
}
