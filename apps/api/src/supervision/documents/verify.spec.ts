import type { VerifyReply } from '@visavis/supervision';
import { WholeApp } from '../../testing/whole-app';
import { FROZEN_AT } from './testing/a-contract';
import { storeContract, type StoredContract } from './testing/store-contract';
import { sha256 } from './sha256';

describe('asking about a file', () => {
  let app: WholeApp;
  let stored: StoredContract;

  beforeAll(async () => {
    app = await WholeApp.start('verify_file', { RATE_READS_PER_MINUTE: '50' });
    stored = await storeContract((text, values) => app.rows(text, values), 7);
  });

  afterAll(() => app.stop());

  let caller = 0;
  const ask = async (body: unknown) => {
    const { status, body: reply } = await app.post('/api/public/verify', body, {
      address: `203.0.113.${++caller}`,
    });
    return { status, ...(reply as unknown as VerifyReply) };
  };

  it('knows the sealed file, the frozen one and the data, and whose they are', async () => {
    const common = {
      status: 200,
      beginningOnly: false,
      practice: 'Cabinet demo',
      state: 'signed',
      versionNumber: 1,
      frozenAt: FROZEN_AT,
      sealedAt: FROZEN_AT,
      timestampedAt: null,
    };

    expect(await ask({ sha256: sha256(stored.sealed) })).toEqual({ ...common, known: 'sealed-document' });
    expect(await ask({ sha256: sha256(stored.frozen) })).toEqual({ ...common, known: 'frozen-document' });
    expect(await ask({ sha256: sha256(stored.json) })).toEqual({ ...common, known: 'canonical-text' });
  });

  it('says nothing about the people, whatever is asked', async () => {
    const { text } = await app.post('/api/public/verify', { sha256: sha256(stored.sealed) });

    expect(text).not.toMatch(/Somebody|Léa|a@demo|@|supervisor|coach/);
  });

  it('knows a changed file by its beginning only, and a strange one not at all', async () => {
    const changed = Uint8Array.from(stored.sealed);
    changed[changed.length - 9] = (changed[changed.length - 9] ?? 0) ^ 1;

    expect(await ask({ sha256: sha256(changed), frozenSha256: sha256(stored.frozen) })).toMatchObject({
      known: 'frozen-document',
      beginningOnly: true,
    });
    expect(await ask({ sha256: sha256(changed) })).toMatchObject({ known: null, practice: null });
    // The data alone are no beginning of a file.
    expect(await ask({ sha256: sha256(changed), frozenSha256: sha256(stored.json) })).toMatchObject({
      known: null,
    });
  });

  it.each([
    [{}, 'sha256'],
    [{ sha256: 'x' }, 'sha256'],
    [{ sha256: 'A'.repeat(64) }, 'sha256'],
    [{ sha256: ['a'.repeat(64)] }, 'sha256'],
    [{ sha256: 'a'.repeat(64), frozenSha256: '' }, 'frozenSha256'],
    [{ sha256: 'a'.repeat(64), file: 'x' }, 'file'],
  ])('refuses %j, naming the field', async (body, field) => {
    const { status, body: problem } = await app.post('/api/public/verify', body);

    expect(status).toBe(400);
    expect(problem.errors).toEqual([{ field, code: expect.any(String) }]);
  });

  it('limits how often an address asks', async () => {
    const statuses = [];
    for (let i = 0; i < 51; i++)
      statuses.push(
        (await app.post('/api/public/verify', { sha256: 'a'.repeat(64) }, { address: '198.51.100.7' }))
          .status,
      );

    expect(statuses[49]).toBe(200);
    expect(statuses[50]).toBe(429);
  });

  describe('on its page', () => {
    const shown = (html: string) =>
      JSON.parse(/json">(.*)<\/script>/.exec(html)?.[1] ?? '{}') as Record<string, unknown>;

    it('is read in the language that is asked for', async () => {
      const { status, headers } = await app.get('/verify', { headers: { 'accept-language': 'en' } });

      expect([status, headers['location']]).toEqual([302, '/en/verify']);
      expect(shown((await app.get('/fr/verify')).text)).toMatchObject({
        kind: 'verify',
        language: 'fr',
        asked: null,
      });
    });

    it('answers without scripts for a hash in the address, spaces and capitals allowed', async () => {
      const hash = sha256(stored.sealed)
        .toUpperCase()
        .replace(/(.{8})/g, '$1 ');
      const { text } = await app.get(`/en/verify?sha256=${encodeURIComponent(hash)}`);

      expect(shown(text)).toMatchObject({
        asked: {
          sha256: sha256(stored.sealed),
          known: { known: 'sealed-document', practice: 'Cabinet demo' },
        },
      });
      expect(shown((await app.get('/en/verify?sha256=12345')).text)).toMatchObject({
        asked: { sha256: '12345', known: null },
      });
    });
  });
});
