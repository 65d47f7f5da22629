import { contractDraft, readDraft } from './contract-draft';
import { aContent } from './testing/a-content';

function refusedFields(draft: unknown): Record<string, string> {
  const parsed = contractDraft.safeParse(draft);
  return Object.fromEntries(parsed.error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []);
}

const half = (over: object) => ({ ...(structuredClone(aContent()) as object), ...over });

test('a draft may be empty, and a finished contract is a draft too', () => {
  expect(contractDraft.safeParse({}).success).toBe(true);
  expect(contractDraft.parse(aContent())).toEqual(aContent());
});

test('a draft may be half typed', () => {
  const draft = {
    parties: { coach: { name: '', siren: '732 8', email: 'zoe@' } },
    purpose: { text: 'Trop court' },
    format: { startsOn: '2027-', term: { kind: null }, sessionMin: null },
    ethics: { codes: [{ link: 'http' }] },
    consumer: null,
  };
  expect(refusedFields(draft)).toEqual({});
});

test.each([
  [{ price: 3 }, 'price', 'unknown-field'],
  [{ fees: { discount: 3 } }, 'fees.discount', 'unknown-field'],
  [{ fees: 'expensive' }, 'fees', 'invalid'],
  [{ fees: { amountCents: '100' } }, 'fees.amountCents', 'invalid'],
  [{ fees: { amountCents: 1.5 } }, 'fees.amountCents', 'invalid'],
  [{ fees: { currency: 'DOGE' } }, 'fees.currency', 'not-in-list'],
  [{ ethics: { codes: {} } }, 'ethics.codes', 'invalid'],
  [{ parties: { coach: { name: 'Zoé\nArdouin' } } }, 'parties.coach.name', 'control-characters'],
  [{ parties: { coach: { name: '\ud800' } } }, 'parties.coach.name', 'control-characters'],
  [{ parties: { coach: { name: 'z'.repeat(10_000) } } }, 'parties.coach.name', 'too-long'],
  [{ clauses: { surprise: 'x' } }, 'clauses.surprise', 'unknown-field'],
  [{ format: { term: { kind: 'for-ever' } } }, 'format.term.kind', 'not-in-list'],
])('a draft may not hold %j', (draft, field, code) => {
  expect(refusedFields(draft)).toEqual({ [field]: code });
});

test('what is missing is named field by field, also in a section not begun', () => {
  const fields = readDraft({}).gaps.map(({ path }) => path.join('.'));
  expect(fields).toEqual(
    expect.arrayContaining([
      'language',
      'parties.supervisor.insurance.policy',
      'fees.amountCents',
      'format.term',
    ]),
  );
  expect(fields).not.toContain('parties');
});

test('what may be left out of a contract is not missing', () => {
  expect(readDraft({}).gaps.map(({ path }) => path.join('.'))).not.toEqual(
    expect.arrayContaining(['consumer']),
  );
  const { content } = readDraft(half({ consumer: undefined }));
  expect(content?.consumer).toBeNull();
});

test.each(['732829320', '732 829 320', '732\u202f829\u202f320'])('%s is a SIREN', (siren) => {
  const content = aContent();
  const parties = { ...content.parties, coach: { ...content.parties.coach, siren } };
  expect(readDraft(half({ parties })).content?.parties.coach.siren).toBe('732829320');
});

test.each(['732829321', '73282932', '7328293200', '73282932O'])('%s is none', (siren) => {
  const content = aContent();
  const parties = { ...content.parties, coach: { ...content.parties.coach, siren } };
  expect(readDraft(half({ parties })).gaps).toEqual([
    { path: ['parties', 'coach', 'siren'], message: 'invalid' },
  ]);
});

test.each(['javascript:alert(1)', 'http://ethics.example', 'https://', 'data:text/html,x', 'https://a b'])(
  'a code of ethics is never found at %s',
  (link) => {
    const ethics = { ...aContent().ethics, codes: [{ title: 'Code', version: '1', link }] };
    expect(readDraft(half({ ethics })).gaps.map(({ message }) => message)).toEqual(['invalid-address']);
  },
);
