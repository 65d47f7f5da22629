import { VaultsApp } from './testing/vaults-app';

describe('somebody who asks about sealed things without end', () => {
  let vaults: VaultsApp;

  beforeAll(async () => {
    vaults = await VaultsApp.start('journal_flood', { RATE_SEALED_PER_MINUTE: '6' });
  });
  afterAll(() => vaults.stop());

  it('is told to wait, and nobody else is', async () => {
    // Opening the vault was the first of six.
    for (let asked = 2; asked <= 6; asked++) expect((await vaults.get(vaults.zoe, 'vault')).status).toBe(200);

    const { status, headers, body } = await vaults.get(vaults.zoe, 'vault/entries');

    expect([status, body.reason]).toEqual([429, 'too-many-requests']);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect((await vaults.get(vaults.lea, 'vault')).status).toBe(200);
  });
});
