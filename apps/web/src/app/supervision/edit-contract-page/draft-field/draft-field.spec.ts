import { readValue, showValue } from './draft-field';

describe('a field of a draft', () => {
  it('shows cents as an amount and reads it back without a cent lost', () => {
    for (const cents of [0, 1, 1999, 15_000, 115_57, 10_000_000])
      expect(readValue('money', showValue('money', cents), null)).toBe(cents);
    expect(readValue('money', '19.99', null)).toBe(1999);
  });

  it('leaves out what was emptied, but keeps texts that may be empty', () => {
    expect(readValue('line', '  ', null)).toBeNull();
    expect(readValue('line', '', '')).toBe('');
    expect(readValue('whole', '', null)).toBeNull();
    expect(readValue('long', '', null)).toBe('');
  });

  it('answers yes and no, and neither before anything is said', () => {
    expect([true, false, undefined].map((value) => showValue('yes-no', value))).toEqual(['yes', 'no', '']);
    expect(readValue('yes-no', 'no', null)).toBe(false);
  });
});
