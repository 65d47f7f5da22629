import { getRandomValues } from 'node:crypto';
import * as people from '../testing/people';
import { reasonOf } from '../testing/reason-of';
import { sealRevision } from '../revisions/seal-revision';
import { newNonce, open, seal } from './aead';
import type { Random } from './random';

const real: Random = (length) => getRandomValues(new Uint8Array(length));

describe('nonces', () => {
  it('are never the same twice in a million', () => {
    const seen = new Set<string>();
    for (let count = 0; count < 1_000_000; count++) seen.add(Buffer.from(newNonce(real)).toString('latin1'));
    expect(seen.size).toBe(1_000_000);
  });

  it('are drawn anew by every seal, also of the same text by many at once', async () => {
    const coach = await people.aPerson(people.COACH);
    const key = people.anEntryKey(people.aGeneration(coach));
    const wish = { head: null, schema: 'journal/1', body: '{}' } as const;
    const revisions = await Promise.all(
      Array.from({ length: 500 }, () => sealRevision(key, coach.identity, wish, real)),
    );
    expect(new Set(revisions.map(({ nonce }) => String(nonce))).size).toBe(500);
    expect(new Set(revisions.map(({ ciphertext }) => String(ciphertext.slice(0, 32)))).size).toBe(500);
  });

  it('that were drawn too short are refused, and so is a nonce of another length', async () => {
    const nothing = new Uint8Array(0);
    const short: Random = (length) => new Uint8Array(length - 1);
    expect(await reasonOf(() => seal(new Uint8Array(32), nothing, nothing, short))).toBe('bytes-malformed');
    const sealed = { nonce: new Uint8Array(12), ciphertext: new Uint8Array(16) };
    expect(await reasonOf(() => open(new Uint8Array(32), nothing, sealed))).toBe('bytes-malformed');
    expect(await reasonOf(() => seal(new Uint8Array(31), nothing, nothing, real))).toBe('bytes-malformed');
  });
});
