import { RetryKey } from './retry-key';

describe('the key of a form', () => {
  it('stays the same while the same wish is sent again, and changes with the wish', () => {
    const key = new RetryKey();
    const first = key.for({ email: 'a@exemple.fr' });
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(key.for({ email: 'a@exemple.fr' })).toBe(first);
    expect(key.for({ email: 'b@exemple.fr' })).not.toBe(first);
  });
});
