import type { Bytes } from '../bytes';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const NO_DIGIT = 64;
const DIGITS = digitsByCode();
const OPTIONS = { alphabet: 'base64url', omitPadding: true } as const;

/** Newer engines do it themselves, several times as fast: pages of a journal are mostly this. */
const native = Uint8Array as unknown as {
  readonly fromBase64?: (text: string, options: typeof OPTIONS) => Bytes;
  readonly prototype: { readonly toBase64?: (this: Bytes, options: typeof OPTIONS) => string };
};

/** RFC 4648, section 5, without padding. */
export function writeBase64Url(bytes: Bytes): string {
  return native.prototype.toBase64?.call(bytes, OPTIONS) ?? fallbackWriteBase64Url(bytes);
}

/** Null for what `writeBase64Url` never writes: one list of bytes has one text, or a hash could have two. */
export function readBase64Url(text: string): Bytes | null {
  if (!native.fromBase64) return fallbackReadBase64Url(text);
  const unused = [0, null, 0xf, 0x3][text.length % 4] ?? null;
  if (unused === null || ((DIGITS[text.charCodeAt(text.length - 1)] ?? 0) & unused) !== 0) return null;
  try {
    const bytes = native.fromBase64(text, OPTIONS);
    // White space and padding are taken too, and give fewer bytes.
    return bytes.length === lengthOf(text) ? bytes : null;
  } catch {
    return null;
  }
}

export function fallbackWriteBase64Url(bytes: Bytes): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const [a, b, c] = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0];
    const group = (a << 16) | (b << 8) | c;
    pieces.push(digit(group >> 18), digit((group >> 12) & 63));
    if (left > 1) pieces.push(digit((group >> 6) & 63));
    if (left > 2) pieces.push(digit(group & 63));
  }
  return pieces.join('');
}

export function fallbackReadBase64Url(text: string): Bytes | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(lengthOf(text));
  let [group, bits, written] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const value = DIGITS[text.charCodeAt(at)] ?? NO_DIGIT;
    if (value === NO_DIGIT) return null;
    group = ((group << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[written++] = (group >> bits) & 0xff;
    }
  }
  return (group & ((1 << bits) - 1)) === 0 ? bytes : null;
}

function lengthOf(text: string): number {
  return Math.floor((text.length * 3) / 4);
}

function digit(value: number): string {
  return ALPHABET.charAt(value);
}

function digitsByCode(): Uint8Array {
  const digits = new Uint8Array(128).fill(NO_DIGIT);
  for (let value = 0; value < 64; value++) digits[ALPHABET.charCodeAt(value)] = value;
  return digits;
}
