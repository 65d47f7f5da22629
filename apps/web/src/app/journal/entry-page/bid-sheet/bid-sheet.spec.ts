import { type ComponentFixture, TestBed } from '@angular/core/testing';
import {
  type BidEntry,
  type FieldId,
  quickPath,
  sealStage,
  startBid,
  startMargin,
  startPastBid,
  writeAnswer,
} from '@visavis/journal';
import { typesetFrench } from '@visavis/kernel';
import { addDays } from '../../../ui/local-date';
import { today } from '../../today';
import { BidSheet } from './bid-sheet';
import { loadQuestionWords, questionWords } from '../../question-words';

beforeAll(loadQuestionWords);

let fixture: ComponentFixture<BidSheet>;
let entry: BidEntry;
let seals: string[];

const page = () => fixture.nativeElement as HTMLElement;
const words = () => page().textContent ?? '';
const questions = () =>
  [...page().querySelectorAll('visavis-answer-field')].filter((field) => !field.closest('details'));

async function open(given: BidEntry, more: Record<string, unknown> = {}): Promise<void> {
  entry = given;
  seals = [];
  fixture = TestBed.createComponent(BidSheet);
  fixture.componentRef.setInput('entry', entry);
  fixture.componentRef.setInput('margin', startMargin('1'));
  for (const [name, value] of Object.entries(more)) fixture.componentRef.setInput(name, value);
  fixture.componentInstance.written.subscribe((written) => {
    entry = written;
    fixture.componentRef.setInput('entry', entry);
  });
  fixture.componentInstance.sealed.subscribe((seal) => seals.push(seal));
  await fixture.whenStable();
}

async function press(name: string): Promise<void> {
  [...page().querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)!.click();
  await fixture.whenStable();
}

/** Everything a forecast needs. */
function foreseen(): BidEntry {
  const answers = {
    alias: 'Tilleul',
    source: 'tender',
    brief_verbatim: 'vite',
    ethics_reserve: 2,
    ethics_autonomy: 3,
    ethics_parity: 3,
    stance: 'as_asked',
    alliance_pre: { goal: 4, way: 4, trust: 4 },
    p_win: 40,
    p_effect: 60,
    attachment: 5,
  } as const;
  return { ...startBid('2026-11-01', 0), answers };
}

describe('the sheet of a bid', () => {
  it('asks eleven questions before the decision; everything else is folded', async () => {
    await open(startBid('2026-11-01', 0));
    expect(questions().map((each) => each.querySelector('.question')?.textContent)).toEqual(
      quickPath('before').map(({ id }) => typesetFrench(questionWords().fields[id as FieldId].question)),
    );
    expect(page().querySelectorAll('details.more').length).toBe(3);
  });

  it('asks of a remembered bid nothing it cannot know any more, and no forecast', async () => {
    await open(startPastBid('2026-11-01'));
    expect(words()).toContain('Qu’a demandé le prescripteur');
    expect(words()).not.toContain('Quelle chance donnez-vous');
    expect(page().querySelector('visavis-seal-box')).toBeNull();
  });

  it('names what a seal still lacks and seals nothing', async () => {
    await open(startBid('2026-11-01', 0));
    await press('Sceller mon pronostic');
    expect(seals).toEqual([]);
    expect(page().querySelectorAll('visavis-seal-box li')).toHaveLength(11);
    expect(page().querySelectorAll('visavis-answer-field .wrong')).toHaveLength(11);
  });

  it('seals once nothing is missing', async () => {
    await open(foreseen());
    await press('Sceller mon pronostic');
    expect(seals).toEqual(['forecast']);
  });

  it('does not let the decision be entered before the forecast is sealed', async () => {
    await open(foreseen());
    await press('La décision');
    expect(words()).toContain('Sceller d’abord mon pronostic');
    expect(questions()).toHaveLength(0);
  });

  it('lets whoever declined say so without a forecast', async () => {
    await open(foreseen());
    await press('La décision');
    await press('J’ai décliné avant de répondre');
    expect(entry.answers.outcome).toBe('declined');
  });

  it('brings whoever declined and then decides otherwise back to the forecast, and writes no such decision', async () => {
    await open(writeAnswer(foreseen(), 'outcome', 'declined'));
    await press('La décision');
    const lost = [...page().querySelectorAll('label')].find(({ textContent }) =>
      textContent?.includes('Non retenue'),
    )!;
    lost.click();
    await fixture.whenStable();
    expect(entry.answers.outcome).toBeUndefined();
    expect(words()).toContain('Sceller d’abord mon pronostic');
  });

  it('mirrors the test of symmetry after a win', async () => {
    await open(writeAnswer(startPastBid('2026-11-01'), 'outcome', 'won'));
    await press('À froid');
    expect(words()).toContain('si vous aviez perdu');
    expect(words()).not.toContain('si vous aviez gagné');
  });

  it('shows the trial where it is asked whether it was done', async () => {
    const decided = writeAnswer(startPastBid('2026-11-01'), 'outcome', 'lost');
    await open(writeAnswer(decided, 'experiment', { when: 'on me presse', then: 'je ralentis' }));
    await press('Relecture');
    const trial = [...page().querySelectorAll('visavis-answer-field')].find(({ textContent }) =>
      textContent?.includes('L’essai que vous vous étiez promis'),
    )!;
    expect(trial.querySelector<HTMLDetailsElement>('.recalled')?.open).toBe(true);
    expect(trial.querySelector('.recalled')?.textContent).toContain('je ralentis');
  });

  it('folds what was feared before the decision beside the causes seen after it', async () => {
    const sealed = sealStage(writeAnswer(foreseen(), 'premortem_lost', 'Trop lente.'), 'forecast', {
      revision: 2,
      on: '2026-11-02',
    });
    await open(writeAnswer(sealed, 'outcome', 'lost'));
    await press('À froid');
    const recalled = page().querySelector<HTMLDetailsElement>('.recalled')!;
    expect(recalled.textContent).toContain('Trop lente.');
    expect(recalled.open).toBe(false);
  });

  it('asks of a won mission when it ends', async () => {
    await open(writeAnswer(startPastBid('2026-11-01'), 'outcome', 'won'));
    await press('La mission');
    const end = page().querySelector<HTMLInputElement>('#mission-end')!;
    end.value = '2027-03-31';
    end.dispatchEvent(new Event('change'));
    expect(entry.missionEndsOn).toBe('2027-03-31');
    end.value = '';
    end.dispatchEvent(new Event('change'));
    expect('missionEndsOn' in entry).toBe(false);
  });

  it('leads to the margin while the decision is hot, not once something stands there or a week has passed', async () => {
    const decided = (on: string) =>
      writeAnswer(writeAnswer(startPastBid('2026-11-01'), 'outcome', 'lost'), 'outcome_date', on);
    await open(decided(today()));
    await press('La décision');
    expect(words()).toContain('quinze minutes à chaud');
    await press('Écrire à chaud');
    expect(page().querySelector('.margin')).not.toBeNull();
    await open(decided(today()), { margin: { ...startMargin('1'), answers: { hot_free: 'Furieux.' } } });
    await press('La décision');
    expect(words()).not.toContain('quinze minutes à chaud');
    await open(decided(addDays(today(), -8)));
    await press('La décision');
    expect(words()).not.toContain('quinze minutes à chaud');
  });

  it('proposes to bring a question to supervision, and shares nothing by itself', async () => {
    const decided = writeAnswer(startPastBid('2026-11-01'), 'outcome', 'lost');
    const asking = writeAnswer(decided, 'supervision_q', 'Pourquoi ai-je eu peur ?');
    let asked = 0;
    await open(asking, { mayShare: true });
    fixture.componentInstance.sharingAsked.subscribe(() => asked++);
    await press('À froid');
    expect(words()).toContain('Rien n’est partagé tant que vous ne le décidez pas.');
    expect(asked).toBe(0);
    await press('Apporter en supervision…');
    expect(asked).toBe(1);
    await open(decided, { mayShare: true });
    await press('À froid');
    expect(words()).not.toContain('Apporter en supervision');
  });

  it('asks for their reason only once one’s own is sealed', async () => {
    const decided = writeAnswer(
      sealStage(foreseen(), 'forecast', { revision: 2, on: '2026-11-02' }),
      'outcome',
      'lost',
    );
    await open(decided);
    await press('La décision');
    const theirs = page().querySelector('[id="field-client_reason_code"]')!;
    expect(theirs.className).toContain('waits');
    expect(page().querySelector('[id="field-my_guess_reason"] input')).not.toBeNull();
  });

  it('reads what was foreseen from the revision it was sealed in', async () => {
    const sealed = sealStage(foreseen(), 'forecast', { revision: 2, on: '2026-11-02' });
    const altered: BidEntry = { ...sealed, answers: { ...sealed.answers, p_win: 95 } };
    await open(altered, { foreseen: sealed });
    await press('Avant la décision');
    const said = page().querySelector('[id="field-p_win"] .said')?.textContent;
    expect(said).toContain('40');
  });

  it('keeps the margin in a place of its own that says it is never shared, and shows a reader none', async () => {
    await open(foreseen());
    await press('La marge');
    expect(page().querySelector('.margin')?.textContent).toContain('Ne se partage jamais.');
    await open(foreseen(), { margin: null, readOnly: true });
    expect(words()).not.toContain('La marge');
    expect(page().querySelector('input, textarea')).toBeNull();
  });

  it('says that a reminder is planned only when the server has it, and why when it has not', async () => {
    const on = addDays(today(), 7);
    const decided = writeAnswer(startPastBid('2026-11-01'), 'outcome', 'lost');
    const dated = writeAnswer(decided, 'outcome_date', today());
    await open({ ...dated, reminders: { cold: true, second_look: false } });
    await press('La décision');
    expect(words()).toContain('pas encore enregistré');
    expect(words()).not.toContain('Rappel prévu');
    fixture.componentRef.setInput('reminderTrouble', 'Pas de connexion.');
    await fixture.whenStable();
    expect(page().querySelector('visavis-reminder-wishes [role=alert]')?.textContent).toContain(
      'Pas de connexion.',
    );
    fixture.componentRef.setInput('planned', [{ kind: 'cold', on }]);
    await fixture.whenStable();
    expect(words()).toContain('Rappel prévu');
    expect(words()).not.toContain('pas encore enregistré');
    expect(page().querySelector('visavis-reminder-wishes [role=alert]')).toBeNull();
  });
});
