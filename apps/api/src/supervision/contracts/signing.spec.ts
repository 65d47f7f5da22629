import { ContractsApp } from '../testing/contracts-app';

describe('signing a contract', () => {
  let people: ContractsApp;

  beforeAll(async () => {
    people = await ContractsApp.start('signing');
  });
  afterAll(() => people.stop());

  it('is done by both, each once, and the contract is signed when the second has', async () => {
    const { id } = await people.proposed();
    const first = await people.sign(people.lea, id);
    expect([first.status, first.contract.state]).toEqual([200, 'partially-signed']);
    expect(first.contract.waitsFor).toBe('coach');
    const second = await people.sign(people.zoe, id);
    expect([second.status, second.contract.state, second.contract.proposed?.seal]).toEqual([
      200,
      'signed',
      'pending',
    ]);
    expect(second.contract.proposed?.signatures.map(({ party, fullName }) => [party, fullName])).toEqual([
      ['supervisor', 'Léa Roche'],
      ['coach', 'Zoé Ardouin'],
    ]);
    expect(await people.events(id)).toEqual(['created', 'frozen', 'signed', 'signed', 'fully-signed']);
    expect(await people.letters(id)).toEqual([
      { kind: 'contract-proposed', to: 'Zoé Ardouin' },
      { kind: 'contract-half-signed', to: 'Zoé Ardouin' },
    ]);
  });
});
