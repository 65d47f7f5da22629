import { CLAUSES_EN } from '../templates/clauses-en';
import { CLAUSES_FR } from '../templates/clauses-fr';
import { frozenDocument } from '../evidence/frozen-document';
import { aContent } from '../testing/a-content';
import { CONSENTS } from '../words';
import { consentsAsked } from './consent-texts';

const content = aContent({ clauses: CLAUSES_FR });
const changed = (over: Parameters<typeof aContent>[0]) =>
  consentsAsked(aContent({ clauses: CLAUSES_FR, ...over }), frozenDocument('c1', 1, content, null)).map(
    ({ clause }) => clause,
  );

test('a first version asks for the five highlighted clauses, in plain words with its own figures', () => {
  const asked = consentsAsked(content);
  expect(asked.map(({ clause }) => clause)).toEqual(CONSENTS);
  expect(asked[1]?.text).toBe(
    'J’ai lu la clause «\u00a0Annulation et absence\u00a0»\u00a0: annuler une séance moins de 48 heures avant coûte au coach 1 h 30 décomptées du forfait, d’une valeur de 150,00\u00a0€ hors taxes, ne pas venir 1 h 30 décomptées du forfait, d’une valeur de 150,00\u00a0€ hors taxes. Je l’accepte.',
  );
  expect(asked[3]?.text).toContain('Cabinet Marchetti est responsable');
});

test('the words follow the language of the contract', () => {
  const [fees] = consentsAsked({ ...aContent({ clauses: CLAUSES_EN }), language: 'en' });
  expect(fees).toMatchObject({ title: 'Fees and payment' });
  expect(fees?.text).toContain('agree to the price of €1,500.00 before tax');
});

test('a name cannot dress up as words of the box', () => {
  const controller = '**Personne** {{fee}}';
  const asked = consentsAsked(aContent({ dataProtection: { controller } }));
  expect(asked[3]?.text).toContain('**Personne** {{fee}} est responsable');
});

test('an amendment asks again for what changes, and for nothing else', () => {
  expect(changed({})).toEqual([]);
  expect(changed({ ending: { noticeDays: 60 } })).toEqual([]);
  expect(changed({ fees: { termsDays: 15 } })).toEqual(['fees']);
  expect(changed({ fees: { amountCents: 140_000 } })).toEqual(['fees', 'cancellation']);
  expect(changed({ cancellation: { noticeHours: 72 } })).toEqual(['cancellation']);
  expect(changed({ records: { notesMonths: 24 } })).toEqual(['data']);
  expect(changed({ confidentiality: { exceptions: [{ kind: 'legal-order', note: '' }] } })).toEqual([
    'confidentiality-limits',
  ]);
});

test('words that change are asked for again, although the clause quotes no figure', () => {
  const [before, after] = [aContent(), aContent({ cancellation: { noticeHours: 72 } })];
  const frozen = frozenDocument('c1', 1, before, null);
  expect(consentsAsked(after, frozen).map(({ clause }) => clause)).toEqual(['cancellation']);
});

test('a clause whose own text changes is asked for again', () => {
  const clauses = { ...CLAUSES_FR, evidence: `${CLAUSES_FR.evidence} Et voilà.` };
  expect(changed({ clauses })).toEqual(['evidence']);
});

test('what a later release words otherwise is asked for again, although nobody changed a figure', () => {
  const signed = frozenDocument('c1', 1, content, null);
  const clauses = signed.clauses.map((clause) =>
    clause.id === 'records' ? { ...clause, markdown: 'Les notes étaient gardées.' } : clause,
  );
  expect(consentsAsked(content, { ...signed, clauses }).map(({ clause }) => clause)).toEqual(['data']);
  const asked = signed.consents.asked.map((consent) =>
    consent.clause === 'fees' ? { ...consent, text: 'J’accepte le prix.' } : consent,
  );
  expect(consentsAsked(content, { ...signed, consents: { asked } }).map(({ clause }) => clause)).toEqual([
    'fees',
  ]);
});
