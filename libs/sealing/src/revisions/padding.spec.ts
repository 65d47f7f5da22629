import { BUCKETS } from '@visavis/sealing-proof';
import fc from 'fast-check';
import { reasonOf } from '../testing/reason-of';
import { LONGEST_TEXT, pad, unpad } from './padding';

describe('padding', () => {
  it('gives any text back, to the last character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 9000 }), (text) =>
        expect(unpad(pad(text))).toBe(text),
      ),
    );
    for (const text of ['', '\ufeffBOM', '\u0000', 'e\u0301 é', '👩‍👩‍👧', '\u202egauche'])
      expect(unpad(pad(text))).toBe(text);
  });

  it('fills the smallest bucket that holds the text, at every edge', async () => {
    for (const bucket of BUCKETS) {
      expect(pad('a'.repeat(bucket - 4))).toHaveLength(bucket);
      if (bucket < LONGEST_TEXT) expect(pad('a'.repeat(bucket - 3))).toHaveLength(bucket * 2);
    }
    expect(LONGEST_TEXT).toBe(256 * 1024 - 4);
    expect(await reasonOf(() => pad('a'.repeat(LONGEST_TEXT + 1)))).toBe('text-too-long');
  });

  it('counts bytes, not characters', () => {
    expect(pad('é'.repeat(1022))).toHaveLength(2048);
    expect(pad('é'.repeat(1023))).toHaveLength(4096);
  });

  it('refuses half a character instead of replacing it', async () => {
    expect(await reasonOf(() => pad('\ud83c'))).toBe('text-malformed');
  });
});
