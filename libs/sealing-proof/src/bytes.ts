import { refuse } from './proof-refusal';

export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** UTF-8. A lone surrogate would silently become U+FFFD, so it is refused: no character is ever lost. */
export function utf8(text: string): Bytes {
  if (!text.isWellFormed()) throw refuse('text-malformed');
  return encoder.encode(text);
}

/** A whole number from 0 to 2³² - 1, little-endian. */
export function le32(value: number): Bytes {
  if (!Number.isInteger(value) || value < 0 || value > 0xffff_ffff) throw refuse('number-out-of-range');
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value, true);
  return bytes;
}

/** Epochs, revisions and generations count from 1. */
export function counter(value: number): Bytes {
  if (value < 1) throw refuse('number-out-of-range');
  return le32(value);
}

export function requireLength(bytes: Bytes, length: number): Bytes {
  if (bytes.length !== length) throw refuse('bytes-malformed', { expected: length, got: bytes.length });
  return bytes;
}

export function concat(...pieces: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

/** Takes as long for a difference in the first byte as in the last. */
export function equalInConstantTime(a: Bytes, b: Bytes): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let index = 0; index < a.length; index++) difference |= (a[index] ?? 0) ^ (b[index] ?? 0);
  return difference === 0;
}

/** How bytes are written in JSON and told apart as keys of a map. */
export function toHex(bytes: Bytes): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte] ?? '';
  return text;
}

export function fromHex(text: string): Bytes {
  if (!/^([0-9a-f]{2})*$/.test(text)) throw refuse('bytes-malformed');
  return Uint8Array.from({ length: text.length / 2 }, (_, at) =>
    Number.parseInt(text.slice(at * 2, at * 2 + 2), 16),
  );
}
