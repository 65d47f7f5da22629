import { dialledNumber, phoneCountries } from './countries';

describe('dialledNumber', () => {
  it.each([
    ['01 99 00 12 34', 'FR', '+33 1 99 00 12 34'],
    ['+44 20 7946 0000', 'FR', '+44 20 7946 0000'],
    ['0033 1 99 00 12 34', 'BE', '+33 1 99 00 12 34'],
    ['(020) 7946 0000', 'GB', '+44 (20) 7946 0000'],
    ['06 1234 5678', 'IT', '+39 06 1234 5678'],
    ['', 'FR', ''],
  ])('shows %p typed in %s as %p', (typed, country, shown) => {
    expect(dialledNumber(typed, country)).toBe(shown);
  });
});

describe('phoneCountries', () => {
  it('knows all of France by its own codes', () => {
    const codes = phoneCountries('fr', 'FR').map(({ code, callingCode }) => `${code} ${callingCode}`);
    expect(codes).toEqual(
      expect.arrayContaining([
        ...['BL 590', 'FR 33', 'GF 594', 'GP 590', 'MF 590', 'MQ 596'],
        ...['NC 687', 'PF 689', 'PM 508', 'RE 262', 'WF 681', 'YT 262'],
      ]),
    );
  });

  it('puts the practice’s country first and sorts the others by their name in the language', () => {
    const [first, ...others] = phoneCountries('fr', 'CH').map(({ name }) => name);
    expect(first).toBe('Suisse');
    expect(others).toEqual([...others].sort(new Intl.Collator('fr').compare));
  });
});
