import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INSIGHTS } from '../insights/about-insights';
import {
  BID_FIELDS,
  fieldOf,
  isMarginField,
  optionsOf,
  questionTo,
  quickPath,
  suitsOutcome,
} from './all-fields';
import type { Field, Part } from './field';
import { partWords } from './part-words';
import { QUICK_PATH, STAGES } from './stages';
import { whyAsked } from './why-asked';

const specified = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../cases/bid-entry.json'), 'utf8'),
) as Record<string, unknown>;

describe('the description of the fields', () => {
  it('is bid-entry.json, field by field: nothing is lost and nothing is added', () => {
    expect(BID_FIELDS).toEqual(specified['fields']);
    expect(STAGES).toEqual(specified['stages']);
    expect(QUICK_PATH).toEqual(specified['quick_path']);
    expect(INSIGHTS).toEqual(specified['insights']);
  });

  it('has words in both languages for every question, option, part and value, and says why it is asked', () => {
    const wordless = BID_FIELDS.flatMap((field: Field) => [
      ...[...optionsOf(field), ...(field.winOptions ?? [])]
        .filter(({ fr, en }) => !fr || !en)
        .map(() => field.id),
      ...(field.item ?? []).flatMap((part) => wordlessOf(field.id, part)),
      ...(field.items ?? []).map((item) => `${field.id}.${item}`).filter((path) => !partWords(path)),
      ...Object.keys(field.loci ?? {}).filter((locus) => !partWords(`loci.${locus}`)),
    ]);
    expect(wordless).toEqual([]);
    for (const { id, question } of BID_FIELDS) {
      expect(question.fr && question.en).toBeTruthy();
      expect(whyAsked(id, 'fr').length).toBeGreaterThan(15);
      expect(whyAsked(id, 'fr')).not.toBe(whyAsked(id, 'en'));
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
    const [lost, won] = [optionsOf(field, 'lost'), optionsOf(field, 'won')];
    expect(won.map(({ value }) => value)).toEqual(lost.map(({ value }) => value));
    expect(won[0]?.fr).not.toBe(lost[0]?.fr);
    expect(optionsOf(fieldOf('client_reason_code'))).toBe(optionsOf(fieldOf('my_guess_reason')));
    expect(
      Object.values(field.loci ?? {})
        .flat()
        .toSorted(),
    ).toEqual(lost.map(({ value }) => value).toSorted());
  });

  it('mirrors the test of symmetry after a win, and no other question', () => {
    const [symmetry, camera] = [fieldOf('guard_symmetry'), fieldOf('camera')];
    expect(questionTo(symmetry, 'won').fr).toBe('Auriez-vous écrit la même chose si vous aviez perdu ?');
    expect(questionTo(symmetry, 'won').en).toContain('had you lost');
    expect(questionTo(symmetry, 'lost')).toBe(symmetry.question);
    expect(questionTo(camera, 'won')).toBe(camera.question);
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

function wordlessOf(id: string, part: Part): string[] {
  const bare = (part.options ?? []).filter((option) => typeof option === 'string');
  return [
    ...(part.fr && part.en ? [] : [`${id}.${part.id}`]),
    ...bare.map((value) => `${id}.${part.id}.${value}`),
  ].filter((path) => !partWords(path));
}
