import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSIGHTS } from '../insights/about-insights';
import { ENGLISH } from '../words/english/english';
import { FRENCH } from '../words/french/french';
import { optionsOf, questionTo } from '../words/journal-words';
import { BID_FIELDS, choicesOf, fieldOf, isMarginField, quickPath, suitsOutcome } from './all-fields';
import type { Field } from './field';
import { FREE_FIELDS } from './free-fields';
import { QUICK_PATH, STAGES } from './stages';

type Worded = Readonly<Record<'fr' | 'en', string>>;
interface Specified extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly question: Worded;
  readonly why: string;
  readonly hint?: Worded;
  readonly anchors?: Readonly<Record<'fr' | 'en', readonly string[]>>;
  readonly options?: readonly Choice[];
  readonly winOptions?: readonly Choice[];
  readonly item?: readonly (Partial<Worded> & { id: string; options?: readonly (string | Choice)[] })[];
}
type Choice = Worded & { readonly value: string | number };

const specified = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../cases/bid-entry.json'), 'utf8'),
) as {
  readonly fields: readonly Specified[];
  readonly stages: readonly (Worded & { readonly id: string })[];
  readonly insights: readonly { readonly id: string; readonly name: Worded; readonly min_n: unknown }[];
  readonly quick_path: unknown;
};
/** Of a field in the specification: its words, and what is said to whoever reads it. */
const NO_RULES = ['question', 'why', 'hint', 'anchors', 'winOptions', 'models', 'feeds', 'rules'];

describe('the description of the fields', () => {
  it('has the rules of bid-entry.json, field by field: nothing is lost and nothing is added', () => {
    expect(BID_FIELDS).toEqual(specified.fields.map(rulesOf));
    expect(STAGES).toEqual(specified.stages.map(({ fr: _fr, en: _en, ...stage }) => stage));
    expect(QUICK_PATH).toEqual(specified.quick_path);
    expect(INSIGHTS).toEqual(specified.insights.map(({ id, min_n }) => ({ id, min_n })));
  });

  it.each([FRENCH, ENGLISH])('has the words of bid-entry.json in $language, and no others', (words) => {
    const { language } = words;
    const free = FREE_FIELDS.map(({ id }) => [id, words.fields[id]]);
    expect(words.fields).toEqual(
      Object.fromEntries([...specified.fields.map((field) => [field.id, wordsOf(field, language)]), ...free]),
    );
    expect(words.stages).toEqual(
      Object.fromEntries(specified.stages.map((stage) => [stage.id, stage[language]])),
    );
    expect(words.insights).toEqual(
      Object.fromEntries(specified.insights.map(({ id, name }) => [id, name[language]])),
    );
    expect(words.parts).toMatchObject(
      Object.fromEntries(specified.fields.flatMap((field) => partsOf(field, language))),
    );
  });

  it('has words in both languages for every part and value of one, and says why it is asked', () => {
    const paths = BID_FIELDS.flatMap((field: Field) => [
      ...(field.item ?? []).flatMap(({ id, options = [] }) =>
        ['', ...options.map((value) => `.${value}`)].map((value) => `${field.id}.${id}${value}`),
      ),
      ...(field.items ?? []).map((item) => `${field.id}.${item}`),
      ...Object.keys(field.loci ?? {}).map((locus) => `loci.${locus}`),
    ]);
    for (const { parts } of [FRENCH, ENGLISH]) expect(paths.filter((path) => !parts[path])).toEqual([]);
    expect(ENGLISH.why).toEqual(Object.fromEntries(specified.fields.map(({ id, why }) => [id, why])));
    for (const { id } of BID_FIELDS) {
      expect(FRENCH.why[id].length).toBeGreaterThan(15);
      expect(FRENCH.why[id]).not.toBe(ENGLISH.why[id]);
    }
  });

  it('has a quick path of eleven questions before and seven after, which holds all that sealing needs', () => {
    expect([quickPath('before').length, quickPath('after').length]).toEqual([11, 7]);
    const required = BID_FIELDS.filter((field) => field.required && field.stage !== 'G_won').map(
      ({ id }) => id,
    );
    const asked = [...quickPath('before'), ...quickPath('after')].map(({ id }) => id);
    expect(asked.toSorted()).toEqual(required.toSorted());
  });

  it('keeps the hot writing and all feelings in the margin, and nothing else', () => {
    const margin = BID_FIELDS.map(({ id }) => id).filter(isMarginField);
    expect(margin.length).toBe(13);
    expect(margin.every((id) => /^(hot|cold)_/.test(id))).toBe(true);
  });

  it('turns the words of the attribution after a win, never its values', () => {
    const field = fieldOf('attribution');
    const [lost, won] = [optionsOf(field, FRENCH, 'lost'), optionsOf(field, FRENCH, 'won')];
    expect(won.map(({ value }) => value)).toEqual(lost.map(({ value }) => value));
    expect(won[0]?.words).not.toBe(lost[0]?.words);
    const [theirs, mine] = [fieldOf('client_reason_code'), fieldOf('my_guess_reason')];
    expect(choicesOf(theirs)).toBe(choicesOf(mine));
    expect(optionsOf(theirs, FRENCH)).toEqual(optionsOf(mine, FRENCH));
    expect(
      Object.values(field.loci ?? {})
        .flat()
        .toSorted(),
    ).toEqual(lost.map(({ value }) => value).toSorted());
  });

  it('mirrors the test of symmetry after a win, and no other question', () => {
    const asked = (id: 'guard_symmetry' | 'camera', outcome: string) => questionTo(id, FRENCH, outcome);
    expect(asked('guard_symmetry', 'won')).toBe('Auriez-vous écrit la même chose si vous aviez perdu ?');
    expect(questionTo('guard_symmetry', ENGLISH, 'won')).toContain('had you lost');
    expect(asked('guard_symmetry', 'lost')).toBe(FRENCH.fields.guard_symmetry.question);
    expect(asked('camera', 'won')).toBe(FRENCH.fields.camera.question);
  });

  it('reads its conditions', () => {
    const suits = (id: 'guard_spite' | 'guard_selfblame' | 'effects_intended' | 'camera', outcome?: string) =>
      suitsOutcome(fieldOf(id), outcome);
    expect([suits('guard_spite', 'withdrawn'), suits('guard_spite', 'won')]).toEqual([true, false]);
    expect([suits('guard_selfblame', 'no_decision'), suits('guard_selfblame', 'withdrawn')]).toEqual([
      true,
      false,
    ]);
    expect([suits('effects_intended', 'won'), suits('effects_intended', 'lost')]).toEqual([true, false]);
    expect([suits('effects_intended'), suits('camera')]).toEqual([false, true]);
    const known = /^outcome (= \w+|in \(\w+(,\w+)*\))$/;
    expect(BID_FIELDS.filter((field: Field) => field.condition && !known.test(field.condition))).toEqual([]);
  });
});

function rulesOf(field: Specified): Record<string, unknown> {
  const rules = Object.entries(field).filter(([name]) => !NO_RULES.includes(name));
  const { options, item } = field;
  return {
    ...Object.fromEntries(rules),
    ...(options && { options: options.map(valueOf) }),
    ...(item && {
      item: item.map(({ fr: _fr, en: _en, options: among, ...part }) => ({
        ...part,
        ...(among && { options: among.map(valueOf) }),
      })),
    }),
  };
}

function wordsOf(field: Specified, language: 'fr' | 'en'): Record<string, unknown> {
  const { question, hint, anchors, options, winOptions } = field;
  const named = (choices: readonly Choice[]) =>
    Object.fromEntries(choices.map((choice) => [choice.value, choice[language]]));
  return {
    question: question[language],
    ...(hint && { hint: hint[language] }),
    ...(anchors && { anchors: anchors[language] }),
    ...(options && { options: named(options) }),
    ...(winOptions && { winOptions: named(winOptions) }),
  };
}

/** Those that the specification words itself. */
function partsOf({ id, item = [] }: Specified, language: 'fr' | 'en'): [path: string, words: string][] {
  return item.flatMap(({ id: part, [language]: name, options = [] }) => [
    ...(name === undefined ? [] : [[`${id}.${part}`, name] as [string, string]]),
    ...options.flatMap((option): [string, string][] =>
      typeof option === 'string' ? [] : [[`${id}.${part}.${option.value}`, option[language]]],
    ),
  ]);
}

function valueOf(choice: string | Choice): string | number {
  return typeof choice === 'string' ? choice : choice.value;
}
