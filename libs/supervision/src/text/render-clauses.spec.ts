import * as fc from 'fast-check';
import type { ContractDraft } from '../contract-draft';
import { PLACEHOLDERS, unknownPlaceholders } from '../placeholders';
import { CLAUSES_EN } from '../templates/clauses-en';
import { CLAUSES_FR } from '../templates/clauses-fr';
import { aContent } from '../testing/a-content';
import { parseClause } from './parse-clause';
import { plainText } from './plain-text';
import { renderClauses } from './render-clauses';

function reading(draft: ContractDraft, clause: string): string {
  return plainText(renderClauses(draft).find(({ id }) => id === clause)?.markdown ?? '');
}
const withClause = (text: string, over: Parameters<typeof aContent>[0] = {}) =>
  aContent({ ...over, clauses: { ...aContent().clauses, fees: text } });
const named = (name: string) => {
  const content = aContent();
  return { ...content, parties: { ...content.parties, coach: { ...content.parties.coach, name } } };
};

test.each([
  ['fr', '{{startDate}}', '4 janvier 2027'],
  ['en', '{{startDate}}', '4 January 2027'],
  ['fr', '{{fee}}', '1\u202f500,00\u00a0€ hors taxes pour le forfait de 15 h'],
  ['en', '{{fee}}', '€1,500.00 before tax for the package of 15 hours'],
  ['fr', '{{term}}', 'pour un forfait de 15 h, utilisable pendant 1 an, jusqu’au 3 janvier 2028 inclus'],
  ['fr', '{{frequency}}', 'une séance par mois'],
  ['fr', '{{vat}}', 'TVA non applicable, art. 293 B du CGI.'],
  ['fr', '{{lateFee}}', '1 h 30 décomptées du forfait, d’une valeur de 150,00\u00a0€ hors taxes'],
  ['en', '{{noShowFee}}', '1 h 30 min taken from the package, worth €150.00 before tax'],
  ['fr', '{{evidenceKept}}', '5 ans'],
  ['fr', '{{law}}', 'France'],
  ['fr', '{{functionWeights}}', 'formative 40\u00a0%, normative 20\u00a0%, restauratrice 40\u00a0%'],
] as const)('in %s, %s reads %s', (language, placeholder, text) => {
  expect(reading({ ...withClause(placeholder), language }, 'fees')).toBe(text);
});

test('a session’s own price, VAT and a fixed term read as such', () => {
  const content = withClause('{{fee}} | {{vat}} | {{lateFee}} | {{term}} | {{frequency}} | {{latePenalty}}', {
    fees: {
      amountCents: 15_050,
      unit: 'session',
      vat: { mode: 'charged', rateBp: 2000 },
      latePenaltyBp: 1250,
    },
    format: {
      term: { kind: 'fixed', endsOn: '2027-05-01' },
      frequency: { every: 3, unit: 'week' },
    },
    cancellation: { latePercent: 50 },
  });
  expect(reading(content, 'fees').split(' | ')).toEqual([
    '150,50\u00a0€ hors taxes par séance de 1 h 30',
    'La TVA au taux de 20\u00a0% s’ajoute à ce prix.',
    '75,25\u00a0€ hors taxes',
    'jusqu’au 1er mai 2027 inclus',
    'une séance toutes les 3 semaines',
    'au taux annuel de 12,5\u00a0%, sans pouvoir être inférieur à trois fois le taux de l’intérêt légal',
  ]);
});

test('every placeholder has a text for a complete contract, in both languages', () => {
  const complete = {
    ...aContent(),
    amendment: { amends: 1, effectiveOn: '2027-03-01', why: 'Tarif' },
    consumer: { mediator: { name: 'M', link: 'https://m.example' }, earlyStart: true },
  };
  for (const language of ['fr', 'en'] as const)
    for (const placeholder of PLACEHOLDERS) {
      const clauses = { ...complete.clauses, fees: `{{${placeholder}}}` };
      const text = reading({ ...complete, language, clauses }, 'fees');
      expect([placeholder, text]).toEqual([placeholder, expect.stringMatching(/[^[\]…{}]/)]);
    }
});

test('clauses that do not apply are left out', () => {
  const ids = renderClauses(aContent()).map(({ id }) => id);
  expect(ids).not.toContain('consumer');
  expect(ids).not.toContain('amendment');
  expect(ids).not.toContain('additional');
  expect(ids.slice(0, 3)).toEqual(['parties', 'purpose', 'format']);
});

test('an empty draft reads as a form to fill', () => {
  const draft = { language: 'fr', clauses: CLAUSES_FR } as const;
  expect(reading(draft, 'fees')).toContain('Le prix convenu est de […].');
  expect(renderClauses({})).toHaveLength(15);
});

test.each([CLAUSES_FR, CLAUSES_EN])('no placeholder is left in a finished contract', (clauses) => {
  for (const { markdown } of renderClauses(aContent({ clauses }))) {
    expect(markdown).not.toMatch(/\{\{|\[…/);
    expect(unknownPlaceholders(markdown)).toEqual([]);
  }
});

test('what a name says in braces or in Markdown is shown literally, and is never read again', () => {
  const names = [
    '{{fee}}',
    '{{constructor}}',
    '${7*7}',
    '<script>alert(1)</script>',
    '**Zoé** [x](https://a.example)',
  ];
  for (const name of names) {
    const draft = { ...named(name), clauses: { parties: 'Coach : {{coachName}}' } };
    expect(reading(draft, 'parties')).toBe(`Coach : ${name}`);
  }
});

test('any name reads as it was typed, and changes nothing around it', () => {
  const name = fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .filter((text) => !/[\p{C}\p{Z}]/u.test(text) && text !== '');
  fc.assert(
    fc.property(name, (coach) => {
      const draft = { ...named(coach), clauses: { parties: '**a** {{coachName}} **b**' } };
      const [clause] = renderClauses(draft);
      expect(parseClause(clause?.markdown ?? '')).toEqual([
        {
          kind: 'paragraph',
          content: [
            { kind: 'bold', content: [{ kind: 'text', text: 'a' }] },
            { kind: 'text', text: ` ${coach} ` },
            { kind: 'bold', content: [{ kind: 'text', text: 'b' }] },
          ],
        },
      ]);
    }),
  );
});

test('a name nobody knows stays as it is written, and so does an escaped one', () => {
  const text = '{{constructor}} {{toString}} {{7*7}} \\{{fee}}';
  expect(reading(withClause(text), 'fees')).toBe('{{constructor}} {{toString}} {{7*7}} {{fee}}');
  expect(unknownPlaceholders('\\{{price}} {{price}} {{price}} {{fee}}')).toEqual(['price']);
});

test('braces in the purpose stay braces', () => {
  const draft = {
    purpose: { text: '{{fee}} et {{coachName}}' },
    clauses: { purpose: 'Objet :\n\n{{purpose}}' },
  };
  expect(reading(draft, 'purpose')).toBe('Objet :\n\n{{fee}} et {{coachName}}');
});

test('lists stand alone between paragraphs', () => {
  const content = aContent({
    ethics: {
      codes: [
        { title: 'Code [A]', version: '1', link: 'https://ethics.example/(a)' },
        { title: 'Code B', version: '2', link: 'https://ethics.example/b' },
      ],
    },
    clauses: { ...aContent().clauses, ethics: 'Avant\n{{codes}}\nAprès' },
  });
  const [, list] = parseClause(renderClauses(content).find(({ id }) => id === 'ethics')?.markdown ?? '');
  expect(list).toMatchObject({
    kind: 'list',
    items: [
      [
        {
          content: [
            { kind: 'link', href: 'https://ethics.example/%28a%29', content: [{ text: 'Code [A]' }] },
            { text: ', version 1' },
          ],
        },
      ],
      [{ content: [{ kind: 'link', href: 'https://ethics.example/b' }, { text: ', version 2' }] }],
    ],
  });
});

test('the parties are told with everything the law asks for', () => {
  const draft = { ...aContent(), clauses: { ...aContent().clauses, parties: '{{supervisorIdentity}}' } };
  expect(reading(draft, 'parties')).toBe(
    [
      '• Hélène Marchetti, entrepreneur individuel (EI)',
      '• SIREN\u00a0: 732829320',
      '• EI',
      '• Adresse\u00a0: 12 rue des Tilleuls, 69001 Lyon',
      '• Adresse électronique\u00a0: helene@practice.example',
      '• Affiliations et accréditations\u00a0: EMCC ESIA',
      '• Assurance de responsabilité civile professionnelle\u00a0: Mutuelle des Métiers, contrat RC-4471, valable jusqu’au 31 décembre 2028',
    ].join('\n'),
  );
});
