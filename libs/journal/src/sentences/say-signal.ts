import { fieldOf } from '../fields/all-fields';
import type { HypothesisSignal } from '../insights/signals';
import { type JournalWords, optionWords } from '../words/journal-words';
import { say } from './words';

/** « Autonomie du bénéficiaire », « Source de la demande : Appel d’offres » */
export function nameSignal(signal: HypothesisSignal, value: string | undefined, words: JournalWords): string {
  const { language } = words;
  const name = words.signals[signal];
  const option = value === undefined ? undefined : nameOption(signal, value, words);
  return option ? `${name}${say(language, ' :', ':')} ${option}` : name;
}

/** Which bids stand above the anchor, and against which they are counted. */
export function sayAnchor(signal: HypothesisSignal, value: string | undefined, words: JournalWords): string {
  const { language } = words;
  const quoted = (word: string) => say(language, `« ${word} »`, `“${word}”`);
  switch (signal) {
    case 'source':
    case 'selection_mode':
    case 'echo_tags': {
      const chosen = quoted(nameOption(signal, value ?? '', words) ?? '');
      return say(
        language,
        `Au-dessus du repère : ${chosen}. Au-dessous : toutes les autres réponses.`,
        `Above the anchor: ${chosen}. Below: every other answer.`,
      );
    }
    case 'alliance_pre':
      return say(
        language,
        'Au-dessus du repère : une alliance moyenne de plus de 4 sur 7. Au-dessous : 4 ou moins.',
        'Above the anchor: a mean alliance of more than 4 out of 7. Below: 4 or less.',
      );
    case 'proposal_skill':
      return say(
        language,
        'Au-dessus du repère : plus habile que « Juste ». Au-dessous : « Juste » ou moins habile.',
        'Above the anchor: more skilful than “Right”. Below: “Right” or less skilful.',
      );
    default: {
      const [third, fourth] = [3, 4].map((at) => quoted(nameOption(signal, at, words) ?? ''));
      return say(
        language,
        `Au-dessus du repère : ${third} ou ${fourth}. Au-dessous : le reste.`,
        `Above the anchor: ${third} or ${fourth}. Below: the rest.`,
      );
    }
  }
}

function nameOption(
  signal: HypothesisSignal,
  value: string | number,
  words: JournalWords,
): string | undefined {
  return optionWords(fieldOf(signal), value, words);
}
