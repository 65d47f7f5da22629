import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { declareHypothesis, type Entry } from '@visavis/journal';
import { aStored, AVault, provideVault } from '../../testing/a-vault';
import { today } from '../../today';
import { HypothesisSheet } from './hypothesis-sheet';
import { loadQuestionWords } from '../../question-words';

beforeAll(loadQuestionWords);

let vault: AVault;
let fixture: ComponentFixture<HypothesisSheet>;
const page = () => fixture.nativeElement as HTMLElement;
const settled = async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  await fixture.whenStable();
};

async function open(...entries: readonly Entry[]): Promise<void> {
  vault = new AVault();
  vault.entries.set(entries.map((entry, at) => aStored(`h${at}`, entry)));
  TestBed.configureTestingModule({
    providers: [provideVault(vault), provideRouter([{ path: '**', children: [] }])],
  });
  fixture = TestBed.createComponent(HypothesisSheet);
  await fixture.whenStable();
}

async function press(name: string, within: ParentNode = page()): Promise<void> {
  [...within.querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === name)!.click();
  await settled();
}

async function choose(name: string): Promise<void> {
  [...page().querySelectorAll('label')]
    .find(({ textContent }) => textContent?.trim() === name)!
    .querySelector('input')!
    .click();
  await fixture.whenStable();
}

const answers = () =>
  vault.entries().flatMap(({ entry }) => (entry?.kind === 'hypothesis' ? [entry.answers] : []));

describe('the hypothesis of the year', () => {
  it('is declared as a sealed entry of this day, once what it compares is chosen', async () => {
    await open();
    await press('Déclarer une hypothèse');
    await choose('Source de la demande');
    expect(page().querySelector<HTMLButtonElement>('button[type=submit]')!.disabled).toBe(true);
    await choose('Appel d’offres');
    expect(page().textContent).toContain('toutes les autres réponses');
    await press('Déclarer cette hypothèse');
    expect(answers()).toEqual([{ signal: 'source', value: 'tender', declaredOn: today() }]);
    expect(page().querySelector('.declared')?.textContent).toContain('Appel d’offres');
    expect(page().querySelector('form')).toBeNull();
  });

  it('is changed by ending it: the former keeps what was declared, the new one counts from today', async () => {
    await open(declareHypothesis([], { signal: 'ethics_parity', note: 'Je sens' }, '2026-01-01'));
    await press('En changer…');
    await choose('Autonomie du bénéficiaire');
    await press('Déclarer cette hypothèse');
    expect(answers()).toEqual([
      { signal: 'ethics_parity', note: 'Je sens', declaredOn: '2026-01-01', endedOn: today() },
      { signal: 'ethics_autonomy', declaredOn: today() },
    ]);
    expect(page().querySelectorAll('.declared')).toHaveLength(1);
    expect(page().querySelector('details a')?.textContent).toContain('Parité');
  });

  it('is ended after one question, and stays readable', async () => {
    await open(declareHypothesis([], { signal: 'alliance_pre' }, '2026-01-01'));
    await press('Terminer…');
    expect(answers()[0]?.endedOn).toBeUndefined();
    await press('Terminer', document.querySelector('mat-dialog-container')!);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(answers()[0]?.endedOn).toBe(today());
  });

  it('of two that were declared apart says which one counts', async () => {
    await open(
      declareHypothesis([], { signal: 'ethics_parity' }, '2026-02-01'),
      declareHypothesis([], { signal: 'alliance_pre' }, '2026-01-01'),
    );
    const [first, second] = page().querySelectorAll('.declared');
    expect(first?.textContent).toContain('Alliance');
    expect(first?.querySelector('.warn')).toBeNull();
    expect(second?.querySelector('.warn')?.textContent).toContain('pas comptée');
  });
});
