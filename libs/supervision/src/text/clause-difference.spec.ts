import { diffWordsWithSpace } from 'diff';
import * as fc from 'fast-check';
import { CLAUSES_FR } from '../templates/clauses-fr';
import type { ContractContent } from '../contract-content';
import { aContent } from '../testing/a-content';
import { clauseDifferences } from './clause-difference';
import { plainText } from './plain-text';
import { renderClauses } from './render-clauses';

const content = aContent({ clauses: CLAUSES_FR });
const differences = (before: ContractContent, after: ContractContent) =>
  clauseDifferences(renderClauses(before), renderClauses(after), diffWordsWithSpace);
const against = (over: Parameters<typeof aContent>[0]) =>
  differences(content, aContent({ clauses: CLAUSES_FR, ...over }));

test('a figure that changes is shown in its clause, word by word', () => {
  const [cancellation, ...rest] = against({ cancellation: { noticeHours: 72 } });
  expect(rest).toEqual([]);
  expect(cancellation).toMatchObject({ clause: 'cancellation', title: 'Annulation et absence' });
  expect(cancellation?.changes.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '48' },
    { kind: 'added', text: '72' },
  ]);
});

test('a price changes every clause that quotes it', () => {
  expect(against({ fees: { amountCents: 140_000 } }).map(({ clause }) => clause)).toEqual([
    'fees',
    'cancellation',
  ]);
});

test('words that a later release renders otherwise are a difference, whoever changed them', () => {
  const now = renderClauses(content);
  const then = now.map((clause) =>
    clause.id === 'law' ? { ...clause, markdown: 'Le droit français s’appliquait.' } : clause,
  );
  expect(clauseDifferences(then, now, diffWordsWithSpace)).toMatchObject([
    { clause: 'law', before: 'Le droit français s’appliquait.' },
  ]);
});

test('equal contracts differ nowhere', () => {
  expect(against({})).toEqual([]);
});

test('an amendment brings its own clause, new as a whole', () => {
  const amendment = { amends: 1, effectiveOn: '2027-03-01', why: 'Nouveau tarif' };
  const [first] = differences(content, { ...content, amendment });
  expect(first).toMatchObject({ clause: 'amendment', before: '' });
  expect(first?.changes).toEqual([{ kind: 'added', text: plainText(first?.after ?? '') }]);
});

test('without what was added it reads as before, without what was removed as after', () => {
  const words = fc.array(fc.constantFrom('a', 'b', ' ', '\n', '- x\n', '**', '.', 'é'), { maxLength: 30 });
  fc.assert(
    fc.property(words, words, (before, after) => {
      const from = aContent({ clauses: { ...CLAUSES_FR, additional: before.join('') } });
      const to = aContent({ clauses: { ...CLAUSES_FR, additional: after.join('') } });
      for (const difference of differences(from, to)) {
        const without = (kind: string) =>
          difference.changes
            .filter((change) => change.kind !== kind)
            .map(({ text }) => text)
            .join('');
        expect(without('added')).toBe(plainText(difference.before));
        expect(without('removed')).toBe(plainText(difference.after));
      }
    }),
  );
});
