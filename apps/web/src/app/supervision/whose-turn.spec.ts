import { partyOf, turnWords } from './whose-turn';

const supervisor = { memberId: 's', name: 'Hélène Fictive', email: 'helene@example.org' };
const coach = { memberId: 'c', name: 'Nadia Fictive', email: 'nadia@example.org' };
const contract = {
  supervisor,
  coach,
  state: 'partially-signed',
  waitsFor: 'coach',
  openVersion: { number: 1, state: 'partially-signed', lapsesAt: null },
} as const;

describe('whose turn it is', () => {
  it('knows who is asking by their address, and that an owner may be neither', () => {
    expect(partyOf(contract, coach)).toBe('coach');
    expect(partyOf(contract, supervisor)).toBe('supervisor');
    expect(partyOf(contract, { email: 'alix@example.org' })).toBeNull();
  });

  it('says it to the person whose turn it is as theirs, to the other with the name', () => {
    expect(turnWords(contract, 'coach')).toBe('À vous de signer');
    expect(turnWords(contract, 'supervisor')).toBe('Attend la signature de Nadia Fictive');
  });

  it('says nothing when nobody waits', () => {
    expect(turnWords({ ...contract, waitsFor: 'nobody' }, 'coach')).toBe('');
  });

  it('tells a supervisor what a draft and wanted changes ask for', () => {
    const state = (of: 'draft' | 'changes-requested') =>
      turnWords(
        { ...contract, waitsFor: 'supervisor', openVersion: { ...contract.openVersion, state: of } },
        'supervisor',
      );
    expect(state('draft')).toContain('finir le brouillon');
    expect(state('changes-requested')).toContain('changements demandés');
  });
});
