import { CLAUSES_FR } from '../templates/clauses-fr';
import { aContent } from '../testing/a-content';
import { canonicalJson } from './canonical-json';
import { frozenDocument } from './frozen-document';

const content = aContent({ clauses: CLAUSES_FR });

test('what is frozen holds figures, clauses as they read, and the words beside the boxes', () => {
  const document = frozenDocument('c1', 1, content, null);
  expect(document).toMatchObject({ schema: 'visavis-contract/1', contractId: 'c1', number: 1, content });
  expect(document.clauses.find(({ id }) => id === 'fees')?.markdown).toContain('1\u202f500,00\u00a0€');
  expect(document.consents).toMatchObject({ version: 1, asked: { length: 5 } });
  expect(JSON.stringify(document)).not.toContain('Sha256');
});

test('the same content freezes to the same bytes, whatever the order of its members', () => {
  const turned = Object.fromEntries(Object.entries(content).reverse()) as typeof content;
  expect(canonicalJson(frozenDocument('c1', 1, turned, null))).toBe(
    canonicalJson(frozenDocument('c1', 1, content, null)),
  );
});

test('another contract, number or word freezes to others', () => {
  const texts = [
    frozenDocument('c1', 1, content, null),
    frozenDocument('c2', 1, content, null),
    frozenDocument('c1', 2, content, null),
    frozenDocument('c1', 1, { ...content, law: { country: 'BE', courts: null } }, null),
  ].map(canonicalJson);
  expect(new Set(texts).size).toBe(4);
});
