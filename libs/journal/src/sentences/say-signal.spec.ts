import { HYPOTHESIS_SIGNALS, isHigh, valuesOf } from '../insights/signals';
import { ENGLISH } from '../words/english/english';
import { FRENCH } from '../words/french/french';
import { nameSignal, sayAnchor } from './say-signal';

describe('a signal', () => {
  it('has a name and an anchor in both languages, with the value that was chosen', () => {
    for (const signal of HYPOTHESIS_SIGNALS) {
      const [value] = valuesOf(signal) ?? [];
      const [fr, en] = [FRENCH, ENGLISH].map((words) => [
        nameSignal(signal, value, words),
        sayAnchor(signal, value, words),
      ]);
      expect([...fr!, ...en!].every((words) => words.length > 5 && !words.includes('undefined'))).toBe(true);
      expect(fr).not.toEqual(en);
    }
    expect(nameSignal('source', 'tender', FRENCH)).toBe('Source de la demande : Appel d’offres');
    expect(sayAnchor('echo_tags', 'met', ENGLISH)).toContain('“Met”');
  });

  it('says of an ordinal exactly the answers that are counted above', () => {
    const above = ['Aucune', 'Peu', 'Incertaine', 'Assez', 'Large'].filter((word) =>
      sayAnchor('ethics_parity', undefined, FRENCH).includes(`« ${word} »`),
    );
    const counted = [0, 1, 2, 3, 4].filter((each) =>
      isHigh({ ethics_parity: each } as never, 'ethics_parity'),
    );
    expect(above).toEqual(counted.map((each) => ['Aucune', 'Peu', 'Incertaine', 'Assez', 'Large'][each]));
  });
});
