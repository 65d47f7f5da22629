import type { ContractContent } from './contract-content';
import { contentToPropose, missingForProposal, type ProposalFacts } from './missing-for-proposal';
import { aContent } from './testing/a-content';

const FACTS: ProposalFacts = { today: '2026-12-01', emailProven: { supervisor: true, coach: true } };

function gaps(content: object, facts: Partial<ProposalFacts> = {}): Record<string, string> {
  const found = missingForProposal(content, { ...FACTS, ...facts });
  return Object.fromEntries(found.map(({ field, code }) => [field, code]));
}

const content = aContent();
const coach = (over: Partial<ContractContent['parties']['coach']>) =>
  aContent({ parties: { coach: { ...content.parties.coach, ...over } } });

test('a complete draft can be proposed', () => {
  expect(gaps(content)).toEqual({});
  expect(contentToPropose(content, FACTS)).toEqual(content);
});

test('an empty one names everything, and is no content', () => {
  const found = gaps({});
  expect(Object.keys(found).length).toBeGreaterThan(40);
  expect(found).toMatchObject({ 'clauses.fees': 'required', 'parties.coach.name': 'required' });
  expect(found).not.toHaveProperty('clauses.consumer');
  expect(found).not.toHaveProperty('clauses.additional');
  expect(contentToPropose({}, FACTS)).toBeNull();
});

test('both addresses must be proven', () => {
  expect(gaps(content, { emailProven: { supervisor: true, coach: false } })).toEqual({
    'parties.coach.email': 'email-not-proven',
  });
});

test('a business has a SIREN, a private person need not', () => {
  expect(gaps(coach({ siren: null }))).toEqual({ 'parties.coach.siren': 'required' });
  expect(gaps(coach({ siren: null, legalStatus: 'other' }))).toEqual({});
});

test('the insurance must be valid at the start', () => {
  const supervisor = {
    ...content.parties.supervisor,
    insurance: { ...content.parties.supervisor.insurance, validUntil: '2027-01-03' },
  };
  expect(gaps(aContent({ parties: { supervisor } }))).toEqual({
    'parties.supervisor.insurance.validUntil': 'insurance-too-short',
  });
  const lastDay = { ...supervisor.insurance, validUntil: '2027-01-04' };
  expect(gaps(aContent({ parties: { supervisor: { ...supervisor, insurance: lastDay } } }))).toEqual({});
});

test('of an amendment, on the day it takes effect, which is not past', () => {
  const amendment = { amends: 1, effectiveOn: '2029-01-01', why: 'Nouveau tarif' };
  expect(gaps(aContent({ amendment }))).toEqual({
    'parties.supervisor.insurance.validUntil': 'insurance-too-short',
  });
  expect(gaps(aContent({ amendment: { ...amendment, effectiveOn: '2026-11-30' } }))).toEqual({
    'amendment.effectiveOn': 'in-the-past',
  });
});

test('the three functions share one hundred', () => {
  const functions = { formative: 50, normative: 30, restorative: 30 };
  expect(gaps(aContent({ purpose: { functions } }))).toEqual({ 'purpose.functions': 'sum-not-100' });
});

test('a term ends after it starts', () => {
  const term = { kind: 'fixed', endsOn: '2027-01-04' } as const;
  const fees = { unit: 'session' } as const;
  expect(gaps(aContent({ fees, format: { term } }))).toEqual({ 'format.term.endsOn': 'ends-before-start' });
});

test('the price of a package needs a package', () => {
  const term = { kind: 'fixed', endsOn: '2027-12-31' } as const;
  expect(gaps(aContent({ format: { term } }))).toEqual({ 'fees.unit': 'needs-package' });
});

test('VAT has a rate when it is charged, and only then', () => {
  expect(gaps(aContent({ fees: { vat: { mode: 'charged', rateBp: null } } }))).toEqual({
    'fees.vat.rateBp': 'required',
  });
  expect(gaps(aContent({ fees: { vat: { mode: 'franchise-293b', rateBp: 2000 } } }))).toEqual({
    'fees.vat.rateBp': 'contradicts',
  });
});

describe('relationships besides supervision', () => {
  const declared = (declares: 'none' | 'some', items: ContractContent['relationships']['coach']['items']) =>
    gaps(aContent({ relationships: { coach: { declares, items } } }));

  test('are declared by both, "none" included', () => {
    const relationships = { supervisor: content.relationships.supervisor, coach: {} };
    expect(gaps({ ...content, relationships })).toEqual({ 'relationships.coach.declares': 'required' });
  });

  test('need a note when they are known', () => {
    expect(declared('some', [{ kind: 'trainer', note: ' ' }])).toEqual({
      'relationships.coach.items.0.note': 'note-needed',
    });
    expect(declared('some', [{ kind: 'trainer', note: 'Formation close en 2024.' }])).toEqual({});
  });

  test.each(['line-manager', 'therapist', 'family-or-intimate'] as const)(
    'as %s make it impossible',
    (kind) => {
      expect(declared('some', [{ kind, note: 'Nous en avons parlé.' }])).toEqual({
        'relationships.coach.items.0.kind': 'relationship-blocks',
      });
    },
  );

  test('do not contradict themselves', () => {
    expect(declared('none', [{ kind: 'trainer', note: 'x' }])).toEqual({
      'relationships.coach.declares': 'contradicts',
    });
    expect(declared('some', [])).toEqual({ 'relationships.coach.items': 'required' });
  });
});

describe('a consumer', () => {
  const consumer = {
    mediator: { name: 'Médiation', link: 'https://mediation.example' },
    earlyStart: false,
  };

  test('has a right of withdrawal and a mediator', () => {
    expect(gaps(coach({ capacity: 'consumer' }))).toEqual({ consumer: 'required' });
    expect(gaps({ ...coach({ capacity: 'consumer' }), consumer })).toEqual({});
  });

  test('is what a private person is', () => {
    expect(gaps(coach({ legalStatus: 'private-person' }))).toEqual({
      'parties.coach.capacity': 'contradicts',
    });
  });

  test('needs the clause that says so', () => {
    const clauses = { ...content.clauses, consumer: ' ' };
    expect(gaps({ ...content, consumer, clauses })).toEqual({ 'clauses.consumer': 'required' });
    expect(gaps({ ...content, clauses })).toEqual({});
  });
});

test('a clause with an unknown placeholder is not proposed', () => {
  expect(gaps(aContent({ clauses: { fees: 'Le prix est de {{price}}.' } }))).toEqual({
    'clauses.fees': 'unknown-placeholder',
  });
  expect(gaps(aContent({ clauses: { fees: 'Le prix est de {{fee}} et {{7*7}}.' } }))).toEqual({});
});
