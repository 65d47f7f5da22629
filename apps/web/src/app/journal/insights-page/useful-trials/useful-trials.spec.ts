import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { type Answers, startPastBid } from '@visavis/journal';
import { aStored, AVault, provideVault } from '../../testing/a-vault';
import { loadQuestionWords } from '../../question-words';
import { UsefulTrials } from './useful-trials';

beforeAll(loadQuestionWords);

const trial = { when: 'on me presse', then: 'je ralentis' };

async function shown(...all: readonly Answers[]): Promise<string> {
  const vault = new AVault();
  vault.entries.set(all.map((answers, at) => aStored(`${at}`, { ...startPastBid('2026-11-01'), answers })));
  TestBed.configureTestingModule({ providers: [provideVault(vault), provideRouter([])] });
  const fixture = TestBed.createComponent(UsefulTrials);
  await fixture.whenStable();
  return fixture.nativeElement.textContent;
}

describe('the trials that helped', () => {
  it('are named in the words they were promised in, and no other is', async () => {
    const words = await shown(
      { alias: 'Tilleul', experiment: trial, experiment_done: 'done_useful' },
      { alias: 'Saule', experiment: trial, experiment_done: 'done_not' },
    );
    expect(words).toContain('Tilleul');
    expect(words).toContain('je ralentis');
    expect(words).not.toContain('Saule');
  });

  it('are not announced while there is none', async () => {
    expect(await shown({ experiment: trial, experiment_done: 'dropped' })).toBe('');
  });
});
