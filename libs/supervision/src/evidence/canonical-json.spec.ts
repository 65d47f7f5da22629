import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { canonicalBytes, canonicalJson } from './canonical-json';

test('members are sorted by UTF-16 code units, numbers and texts are ECMAScript’s', () => {
  const value = {
    '\u20ac': 1e21,
    '\r': '\u000f\n"\\é',
    '1': [0.000001, -0, true],
    '\ufb33': null,
    '\u{1f600}': {},
  };
  expect(canonicalJson(value)).toBe(
    '{"\\r":"\\u000f\\n\\"\\\\é","1":[0.000001,0,true],"€":1e+21,"😀":{},"\ufb33":null}',
  );
});

test('an independent implementation of RFC 8785 writes the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }).filter(isWellFormed), (value) => {
      expect(canonicalJson(value)).toBe(canonicalize(value));
    }),
  );
});

test('what is read back says the same', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
    }),
  );
});

test.each([[Number.NaN], [Infinity], ['\ud800'], [undefined], [() => 0], [[undefined]], [{ a: 1n }]])(
  '%p is nothing that JSON can say',
  (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  },
);

test('the bytes are UTF-8', () => {
  expect([...canonicalBytes('é')]).toEqual([0x22, 0xc3, 0xa9, 0x22]);
});

function isWellFormed(value: unknown): boolean {
  return JSON.stringify(value).search(/\\ud[89a-f]/) === -1;
}
