import { randomBytes, randomUUID } from 'node:crypto';
import { seal, unseal } from './seal';

describe('a sealed secret', () => {
  const key = randomBytes(32);
  const whose = { accountId: randomUUID(), credentialId: randomUUID() };

  it('opens for its row and under its key, and reads nothing like it', () => {
    const sealed = seal(key, whose, 'JBSWY3DPEHPK3PXP');
    expect(sealed).not.toContain('JBSWY3DP');
    expect(unseal(key, whose, sealed)).toBe('JBSWY3DPEHPK3PXP');
  });

  it('is another every time', () => {
    const seals = Array.from({ length: 1000 }, () => seal(key, whose, 'JBSWY3DPEHPK3PXP').slice(0, 19));
    expect(new Set(seals).size).toBe(1000);
  });

  it('does not open in another row, under another key, or with one bit changed', () => {
    const sealed = seal(key, whose, 'JBSWY3DPEHPK3PXP');
    expect(() => unseal(key, { ...whose, accountId: randomUUID() }, sealed)).toThrow();
    expect(() => unseal(key, { ...whose, credentialId: randomUUID() }, sealed)).toThrow();
    expect(() => unseal(randomBytes(32), whose, sealed)).toThrow();
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(key, whose, `v1.${changed.toString('base64url')}`)).toThrow();
    }
  });
});
