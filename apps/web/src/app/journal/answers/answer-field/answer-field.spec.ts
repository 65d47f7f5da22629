import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { BID_FIELDS, fieldOf, type FieldId } from '@visavis/journal';
import { typesetFrench } from '@visavis/kernel';
import { AnswerField } from './answer-field';
import { loadQuestionWords, questionWords } from '../../question-words';

beforeAll(loadQuestionWords);

let fixture: ComponentFixture<AnswerField>;
let given: unknown[];
let corrections: unknown[];

const page = () => fixture.nativeElement as HTMLElement;
const one = <Kind extends HTMLElement>(selector: string) => page().querySelector<Kind>(selector)!;
const button = (words: string) =>
  [...page().querySelectorAll('button')].find(
    ({ textContent, ariaLabel }) => textContent?.includes(words) || ariaLabel?.includes(words),
  )!;

/** As a page does: what was answered comes back as the answer. */
async function ask(id: FieldId, answer?: unknown, more: Record<string, unknown> = {}): Promise<void> {
  given = [];
  corrections = [];
  fixture = TestBed.createComponent(AnswerField);
  fixture.componentRef.setInput('field', fieldOf(id));
  fixture.componentRef.setInput('answer', answer);
  for (const [name, value] of Object.entries(more)) fixture.componentRef.setInput(name, value);
  fixture.componentInstance.changed.subscribe((value) => {
    given.push(value);
    fixture.componentRef.setInput('answer', value);
  });
  fixture.componentInstance.corrected.subscribe((value) => corrections.push(value));
  await fixture.whenStable();
}

async function type(selector: string, text: string, event = 'input'): Promise<void> {
  const box = one<HTMLInputElement>(selector);
  box.value = text;
  box.dispatchEvent(new Event(event, { bubbles: true }));
  await fixture.whenStable();
}

async function press(words: string): Promise<void> {
  button(words).click();
  await fixture.whenStable();
}

describe('a question of the journal', () => {
  it.each(BID_FIELDS.map(({ id }) => id))('%s can be asked, reached and said why', async (id) => {
    await ask(id);
    expect(page().querySelector('input, textarea, button')).not.toBeNull();
    expect(one(`[id="field-${id}"]`)).not.toBeNull();
    expect(one('.question').textContent).toBe(typesetFrench(questionWords().fields[id].question));
    // A question mark never begins a line.
    expect(one('.question').textContent).not.toMatch(/ [;:!?»]/);
    expect(one('.why').textContent).toContain('Pourquoi cette question');
    const named = one(`[id="field-${id}"]`);
    expect(
      named.getAttribute('aria-labelledby') === `field-${id}-question` ||
        page().querySelector(`label[for="field-${id}"]`) !== null,
    ).toBe(true);
  });

  it('takes a text as it is typed, and nothing once it is emptied', async () => {
    await ask('brief_verbatim');
    await type('textarea', '« Créez la confiance »');
    await type('textarea', '');
    expect(given).toEqual(['« Créez la confiance »', undefined]);
  });

  it('says that a text is too long, keeps it on the screen and does not hand it on', async () => {
    await ask('brief_verbatim', 'court');
    await type('textarea', 'x'.repeat(4001));
    expect(given).toEqual([]);
    expect(one('[role=alert]').textContent).toBe('Trop long.');
    expect(one<HTMLTextAreaElement>('textarea').value).toHaveLength(4001);
    expect(one('textarea').getAttribute('aria-describedby')).toContain('field-brief_verbatim-wrong');
  });

  it('takes one choice, and takes it back', async () => {
    await ask('source');
    page().querySelectorAll<HTMLInputElement>('input')[4]!.click();
    await fixture.whenStable();
    await press('Effacer ma réponse');
    expect(given).toEqual(['tender', undefined]);
  });

  it('takes several choices in the order of the list', async () => {
    await ask('echo_tags');
    const boxes = page().querySelectorAll<HTMLInputElement>('input');
    for (const at of [3, 0]) {
      boxes[at]!.click();
      await fixture.whenStable();
    }
    boxes[3]!.click();
    await fixture.whenStable();
    expect(given).toEqual([['ignored'], ['rushed', 'ignored'], ['rushed']]);
  });

  it('reads an amount as one writes it, and keeps the comma that was just typed', async () => {
    await ask('fee');
    await type('input', '12 000,');
    expect(given.at(-1)).toBe(12000);
    expect(one<HTMLInputElement>('input').value).toBe('12 000,');
    await type('input', '12 000,50');
    await type('input', 'douze');
    expect(given).toEqual([12000, 12000.5]);
    expect(one('[role=alert]').textContent).not.toBe('');
    expect(one<HTMLInputElement>('input').value).toBe('douze');
  });

  it('takes « je ne sais pas » for a count', async () => {
    await ask('competitors_n', 3);
    one<HTMLInputElement>('input[type=checkbox]').click();
    await fixture.whenStable();
    expect(given).toEqual(['unknown']);
    expect(one<HTMLInputElement>('input[type=text]').disabled).toBe(true);
  });

  it('suggests no chance before one is given', async () => {
    await ask('p_win');
    expect(one('input').className).toContain('unanswered');
    expect(one('input').getAttribute('aria-valuetext')).toBe('pas encore répondu');
    await type('input', '35');
    expect(given).toEqual([35]);
    expect(one('output').textContent).toBe('35\u202f%');
  });

  it('rates three things one by one', async () => {
    await ask('alliance_pre', { goal: 5 });
    const way = page().querySelectorAll('[role=radiogroup]')[1]!;
    way.querySelectorAll('input')[3]!.click();
    await fixture.whenStable();
    expect(given).toEqual([{ goal: 5, way: 4 }]);
  });

  it('shows both poles of a scale that has two', async () => {
    await ask('proposal_skill', -1);
    expect(page().querySelectorAll('input')).toHaveLength(7);
    expect(one('.anchors').textContent).toContain('Trop habile, effrayante');
    expect(one<HTMLInputElement>('input:checked').parentElement?.textContent?.trim()).toBe('−1');
  });

  it('spreads a hundred points over at least two explanations and says what is left', async () => {
    await ask('attribution');
    const boxes = () => page().querySelectorAll<HTMLInputElement>('input');
    const give = async (at: number, points: string) => {
      boxes()[at]!.value = points;
      boxes()[at]!.dispatchEvent(new Event('change'));
      await fixture.whenStable();
    };
    await give(0, '100');
    expect(one('[role=status]').textContent).toContain('au moins deux');
    await give(0, '60');
    expect(one('[role=status]').textContent).toBe('Il reste 40 points à répartir');
    await give(5, '45');
    expect(one('[role=status]').textContent).toBe('5 points de trop');
    button('Cinq de moins\u202f: Juste trop tôt').click();
    await fixture.whenStable();
    expect(one('[role=status]').textContent).toBe('Les 100 points sont répartis');
    expect(given.at(-1)).toEqual({ too_early: 55, better_fit: 45 });
  });

  it('turns the words of the explanations after a win', async () => {
    await ask('attribution', undefined, { outcome: 'won' });
    expect(page().textContent).toContain('Une proposition habile');
  });

  it('keeps rows that say nothing yet out of the answer, and on the screen', async () => {
    await ask('contradictions', [{ a: 'vite' }]);
    await press('Ajouter une ligne');
    expect(page().querySelectorAll('li')).toHaveLength(2);
    await type('[id="field-contradictions-1-b"]', 'avec soin');
    expect(given.at(-1)).toEqual([{ a: 'vite' }, { b: 'avec soin' }]);
    await press('Enlever la ligne 1');
    expect(given.at(-1)).toEqual([{ b: 'avec soin' }]);
  });

  it('points from what was observed to what was intended', async () => {
    await ask('effects_observed', [{ level: 3 }], {
      references: ['Un comité qui décide', 'Moins de courriels'],
    });
    await type('select', '1', 'change');
    expect(given.at(-1)).toEqual([{ level: 3, effect_ref: 1 }]);
  });

  it('writes yes or no with what one adds, and a trial with its date', async () => {
    await ask('guard_symmetry');
    one<HTMLInputElement>('input').click();
    await fixture.whenStable();
    await type('textarea', 'presque');
    expect(given.at(-1)).toEqual({ yes: true, text: 'presque' });
    await ask('experiment');
    await type('[id="field-experiment-when"]', 'le décideur est absent');
    await type('[id="field-experiment-check_date"]', '2026-12-24');
    expect(given.at(-1)).toEqual({ when: 'le décideur est absent', check_date: '2026-12-24' });
  });
});

describe('a sealed question', () => {
  const sealed = { sealedOn: '2026-11-01', hindsight: [{ value: 30, on: '2026-11-20' }] };

  it('is read with its date and with what was seen later, and cannot be written', async () => {
    await ask('p_win', 60, sealed);
    expect(page().querySelector('input')).toBeNull();
    expect(one('.sealed').textContent).toContain('60');
    expect(one('.seal').textContent).toContain('Scellé le dimanche 1er novembre 2026');
    expect(one('.later').textContent).toContain('Après coup, le vendredi 20 novembre 2026');
    expect(one('.later').textContent).toContain('30');
  });

  it('is corrected beside, never in its place', async () => {
    await ask('p_win', 60, sealed);
    await press('Ajouter une correction après coup');
    await type('input', '25');
    await press('Ajouter cette correction');
    expect(corrections).toEqual([25]);
    expect(given).toEqual([]);
    expect(one('.sealed').textContent).toContain('60');
  });

  it('says what it waits for instead of being asked', async () => {
    await ask('client_reason_code', undefined, { waitsFor: 'Scellez d’abord la vôtre.' });
    expect(page().querySelector('input')).toBeNull();
    expect(one('.waits').textContent).toContain('Scellez d’abord la vôtre.');
  });
});

describe('what a person writes', () => {
  const words = 'Bruissement';
  const written: Partial<Record<FieldId, unknown>> = {
    alias: words,
    brief_verbatim: words,
    contradictions: [{ a: words, b: words }],
    guard_symmetry: { yes: true, text: words },
    experiment: { when: words, then: words },
    effects_intended: [{ effect: words, sign: words }],
    effects_observed: [{ effect_ref: 0 }],
  };

  it.each(Object.keys(written) as FieldId[])('%s stands in no attribute of the page', async (id) => {
    for (const sealedOn of [null, '2026-11-01']) {
      await ask(id, written[id], { sealedOn, references: [words] });
      const attributes = [...page().querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].map(({ value }) => value),
      );
      expect(attributes.filter((value) => value.includes(words))).toEqual([]);
    }
  });
});
