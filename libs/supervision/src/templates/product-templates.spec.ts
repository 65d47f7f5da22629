import { contractDraft } from '../contract-draft';
import { missingForProposal } from '../missing-for-proposal';
import { unknownPlaceholders } from '../placeholders';
import { templateReply, templateWish } from '../template-wire';
import { aContent } from '../testing/a-content';
import { FACTS } from '../testing/a-contract';
import { refusalFrom, refusalOf } from '../testing/refusal-of';
import { parseClause } from '../text/parse-clause';
import { CLAUSES } from '../words';
import { checkTemplate } from './check-template';
import { draftFromTemplate } from './draft-from-template';
import { PRODUCT_TEMPLATES } from './product-templates';

const KNOWN = {
  timeZone: 'Europe/Paris',
  supervisor: { name: 'Hélène Marchetti', email: 'helene@practice.example' },
  coach: { name: 'Zoé Ardouin', email: 'zoe@coach.example' },
  controller: 'Cabinet Marchetti',
  wish: ' Gagner le prochain client ',
};

test('there is one per session and one as a package, in French and in English', () => {
  expect(PRODUCT_TEMPLATES.map(({ id }) => id)).toEqual([
    'individual-session-fr',
    'individual-package-fr',
    'individual-session-en',
    'individual-package-en',
  ]);
});

describe.each(PRODUCT_TEMPLATES.map((template) => [template.id, template] as const))('%s', (_, template) => {
  test('has every clause, in Markdown that the screen and the PDF can draw', () => {
    for (const clause of CLAUSES.filter((id) => id !== 'additional')) {
      expect([clause, template.clauses[clause].length > 100]).toEqual([clause, true]);
      expect(unknownPlaceholders(template.clauses[clause])).toEqual([]);
      const stray = JSON.stringify(parseClause(template.clauses[clause])).match(/[*_#`]/g);
      expect([clause, stray]).toEqual([clause, null]);
    }
  });

  test('crosses the wire, as a reply and back as a wish', () => {
    expect(templateReply.parse(template)).toEqual(template);
    const { name, language, clauses, defaults } = template;
    expect(templateWish.safeParse({ name, language, clauses, defaults, number: 0 }).success).toBe(true);
    expect(refusalOf(() => checkTemplate(template))).toBeNull();
  });

  test('becomes a draft that knows the people and lacks only what they must say', () => {
    const draft = draftFromTemplate(template, KNOWN);
    expect(contractDraft.parse(draft)).toEqual(draft);
    expect(draft).toMatchObject({
      language: template.language,
      parties: { coach: { name: 'Zoé Ardouin', email: 'zoe@coach.example' } },
      purpose: { text: 'Gagner le prochain client' },
      dataProtection: { controller: 'Cabinet Marchetti', rightsContact: 'helene@practice.example' },
    });
    const missing = missingForProposal(draft, FACTS).map(({ field }) => field.split('.')[0]);
    expect([...new Set(missing)].sort()).toEqual([
      'ethics',
      'fees',
      'format',
      'parties',
      'purpose',
      'relationships',
    ]);
  });

  test('can be proposed once these are filled in', () => {
    const { parties, ethics, relationships, purpose } = aContent();
    const draft = draftFromTemplate(template, KNOWN);
    const term = draft.format?.term?.kind === 'fixed' ? { endsOn: '2027-12-31' } : {};
    const filled = {
      ...draft,
      parties,
      ethics,
      relationships,
      purpose,
      fees: { ...draft.fees, amountCents: 15_000 },
      format: { ...draft.format, startsOn: '2027-01-04', term: { ...draft.format?.term, ...term } },
    };
    expect(missingForProposal(filled as typeof draft, FACTS)).toEqual([]);
  });
});

test('a practice’s own template with an unknown placeholder is refused by its name', () => {
  const clauses = { ...aContent().clauses, fees: '{{fee}} {{constructor}} {{7*7}}' };
  const refusal = refusalFrom(() => checkTemplate({ clauses }));
  expect(refusal).toMatchObject({ reason: 'unknown-placeholder', details: { because: 'constructor' } });
});
