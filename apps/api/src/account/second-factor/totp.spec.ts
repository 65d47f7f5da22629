import { newTotpSecret, stepsOf, totpUri } from './totp';

describe('the codes of an authenticator', () => {
  /** RFC 6238, appendix B: the ASCII secret 12345678901234567890. */
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_234_567_890, '005924'],
    [20_000_000_000, '353130'],
  ])('are those of the standard at %i s', (seconds, code) => {
    expect(stepsOf(secret, code, seconds * 1000)).toEqual([Math.floor(seconds / 30)]);
  });

  it('count one step before and after, not two', () => {
    const at = 1_234_567_890_000;
    const step = Math.floor(at / 30_000);
    for (const late of [-1, 0, 1]) expect(stepsOf(secret, '005924', at + late * 30_000)).toEqual([step]);
    for (const late of [-2, 2]) expect(stepsOf(secret, '005924', at + late * 30_000)).toEqual([]);
  });

  it('are not made of other text', () => {
    for (const code of ['', '05924', '5924', '005925', '0059240'])
      expect(stepsOf(secret, code, 1_234_567_890_000)).toEqual([]);
  });

  it('come from 160 random bits, told to an authenticator by one address', () => {
    expect(newTotpSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(newTotpSecret()).not.toBe(newTotpSecret());
    const uri = new URL(totpUri(secret, 'lea@demo.example'));
    expect(uri.protocol).toBe('otpauth:');
    expect(decodeURIComponent(uri.pathname)).toContain('Visavis:lea@demo.example');
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({ secret, period: '30', digits: '6' });
  });
});
