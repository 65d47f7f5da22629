import { Refusal } from '@visavis/kernel';
import fc from 'fast-check';
import {
  type Bytes,
  concat,
  counter,
  equalInConstantTime,
  fromHex,
  le32,
  requireLength,
  toHex,
  utf8,
} from './bytes';

const bytes = fc.uint8Array({ maxLength: 80 }).map((each): Bytes => Uint8Array.from(each));

describe('bytes', () => {
  it('writes numbers little-endian, and refuses what four bytes cannot hold', () => {
    expect(toHex(le32(1))).toBe('01000000');
    expect(toHex(le32(0xffff_fffe))).toBe('feffffff');
    for (const wrong of [-1, 1.5, 2 ** 32, Number.NaN])
      expect(() => le32(wrong)).toThrow(new Refusal('number-out-of-range'));
    expect(() => counter(0)).toThrow(new Refusal('number-out-of-range'));
  });

  it('refuses a lone surrogate instead of replacing it', () => {
    expect(() => utf8('a\ud800b')).toThrow(new Refusal('text-malformed'));
    expect(toHex(utf8('é🌧'))).toBe('c3a9f09f8ca7');
  });

  it('reads the hexadecimal it writes, and no other', () => {
    fc.assert(fc.property(bytes, (each) => expect(fromHex(toHex(each))).toEqual(each)));
    for (const wrong of ['0', 'AB', '0g', '0x00'])
      expect(() => fromHex(wrong)).toThrow(new Refusal('bytes-malformed'));
  });

  it('compares any two lists of bytes as they are', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => expect(equalInConstantTime(a, b)).toBe(toHex(a) === toHex(b))),
    );
    fc.assert(fc.property(bytes, (each) => expect(equalInConstantTime(each, each.slice())).toBe(true)));
  });

  it('joins pieces in order and refuses another length', () => {
    expect(toHex(concat(fromHex('01'), fromHex(''), fromHex('0203')))).toBe('010203');
    expect(() => requireLength(fromHex('0102'), 3)).toThrow(new Refusal('bytes-malformed'));
  });
});
