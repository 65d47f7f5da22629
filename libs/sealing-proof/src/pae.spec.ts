import { Refusal } from '@visavis/kernel';
import fc from 'fast-check';
import { fromHex, toHex } from './bytes';
import { pae, requireSuite } from './pae';

describe('the encoding of parts', () => {
  it('counts the parts and says the length of each', () => {
    expect(toHex(pae())).toBe('0000000000000000');
    expect(toHex(pae(''))).toBe('01000000000000000000000000000000');
    expect(toHex(pae('a', fromHex('ff00')))).toBe(
      '0200000000000000' + '0100000000000000' + '61' + '0200000000000000' + 'ff00',
    );
  });

  it('never gives two lists of parts the same bytes, also when their parts joined are the same', () => {
    const parts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '\0'), maxLength: 4 }), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        const same = JSON.stringify(one) === JSON.stringify(other);
        expect(toHex(pae(...one)) === toHex(pae(...other))).toBe(same);
      }),
      { numRuns: 2000 },
    );
    expect(toHex(pae('ab', 'c'))).not.toBe(toHex(pae('a', 'bc')));
  });

  it('refuses another suite, whoever offers it', () => {
    requireSuite('visavis/1');
    for (const suite of ['visavis/2', 'visavis/0', 'VISAVIS/1', ''])
      expect(() => requireSuite(suite)).toThrow(new Refusal('suite-unknown'));
  });
});
