/** How a sealed file is put together, read from its bytes alone; the same in a browser and on a server. */
export interface SealedPdf {
  /** The signature covers every byte but the signature itself, and there is exactly one. */
  readonly coversAll: boolean;
  /** The two stretches that are signed, as offsets: from, up to and without. */
  readonly signed: readonly [first: readonly [number, number], second: readonly [number, number]];
  /** The signature, DER (CMS). */
  readonly signature: Uint8Array<ArrayBuffer>;
  /** N: the first N bytes are the frozen file; null when nothing was added to a file. */
  readonly frozenBytes: number | null;
}

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;

/** Null for a file that carries no signature. */
export function inspectSealedPdf(file: Uint8Array): SealedPdf | null {
  const text = latin1(file);
  const found = [...text.matchAll(BYTE_RANGE)];
  const last = found.at(-1);
  if (!text.startsWith('%PDF-') || last === undefined) return null;
  const [from, length, second, secondLength] = last.slice(1).map(Number) as [number, number, number, number];
  const [end, secondEnd] = [from + length, second + secondLength];
  const gap = text.slice(end, second);
  const signature = /^<([0-9A-Fa-f]+)>$/.exec(gap)?.[1];
  const coversAll =
    found.length === 1 &&
    from === 0 &&
    secondEnd === file.length &&
    signature !== undefined &&
    /\/Contents\s*$/.test(text.slice(Math.max(0, end - 20), end)) &&
    // The range that was read is itself signed, and stands before the gap or behind it, never in it.
    (last.index + last[0].length <= end || last.index >= second);
  return {
    coversAll,
    signed: [
      [from, end],
      [second, secondEnd],
    ],
    signature: der(signature ?? ''),
    frozenBytes: frozenBytes(text),
  };
}

/** Where the file ended before the last thing that was added: behind the `%%EOF` of the cross-references it builds on. */
function frozenBytes(text: string): number | null {
  const start = lastStart(text);
  const trailer = start === null ? '' : text.slice(start);
  const previous = /\/Prev\s+(\d{1,10})/.exec(trailer)?.[1];
  if (previous === undefined) return null;
  const eof = text.indexOf('%%EOF', Number(previous));
  if (eof === -1 || start === null || eof > start) return null;
  const behind = /^(\r\n|\n|\r)?/.exec(text.slice(eof + 5, eof + 7))?.[0].length ?? 0;
  return eof + 5 + behind;
}

function lastStart(text: string): number | null {
  const at = text.lastIndexOf('startxref');
  const offset = /^startxref\s+(\d{1,10})\s/.exec(text.slice(at, at + 40))?.[1];
  return offset === undefined ? null : Number(offset);
}

/** The room for a signature is filled up with zeros: its own length says where it ends. */
function der(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = Uint8Array.from({ length: Math.floor(hex.length / 2) }, (_, i) =>
    Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16),
  );
  const [, length = 0] = bytes;
  const long = length & 0x80 ? length & 0x7f : 0;
  const body = long === 0 ? length : bytes.slice(2, 2 + long).reduce((sum, byte) => sum * 256 + byte, 0);
  return bytes.slice(0, 2 + long + body);
}

/** One character a byte, so that offsets in the text are offsets in the file. */
function latin1(file: Uint8Array): string {
  let text = '';
  for (let at = 0; at < file.length; at += 0x8000)
    text += String.fromCharCode(...file.subarray(at, at + 0x8000));
  return text;
}
