import type { Language } from '@visavis/kernel';
import { fieldOf, optionsOf } from '../fields/all-fields';
import type { Words } from '../fields/field';
import type { HypothesisSignal } from '../insights/signals';
import { say } from './words';

const NAMES: Record<HypothesisSignal, Words> = {
  ethics_reserve: { fr: 'Devoir de réserve', en: 'Duty of reserve' },
  ethics_autonomy: { fr: 'Autonomie du bénéficiaire', en: 'Autonomy of the beneficiary' },
  ethics_parity: { fr: 'Parité', en: 'Parity' },
  alliance_pre: { fr: 'Alliance avec le prescripteur', en: 'Alliance with the prescriber' },
  proposal_skill: { fr: 'Habileté de la proposition', en: 'Skill of the proposal' },
  source: { fr: 'Source de la demande', en: 'Source of the request' },
  selection_mode: { fr: 'Mode de choix', en: 'How the choice is made' },
  echo_tags: { fr: 'Comment j’ai été traité', en: 'How I was treated' },
};

/** « Autonomie du bénéficiaire », « Source de la demande : Appel d’offres » */
export function nameSignal(signal: HypothesisSignal, value: string | undefined, language: Language): string {
  const name = NAMES[signal][language];
  const option = value === undefined ? undefined : nameOption(signal, value, language);
  return option ? `${name}${say(language, ' :', ':')} ${option}` : name;
}

/** Which bids stand above the anchor, and against which they are counted. */
export function sayAnchor(signal: HypothesisSignal, value: string | undefined, language: Language): string {
  const quoted = (word: string) => say(language, `« ${word} »`, `“${word}”`);
  switch (signal) {
    case 'source':
    case 'selection_mode':
    case 'echo_tags': {
      const chosen = quoted(nameOption(signal, value ?? '', language) ?? '');
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
      const [third, fourth] = [3, 4].map((at) => quoted(nameOption(signal, at, language) ?? ''));
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
  language: Language,
): string | undefined {
  return optionsOf(fieldOf(signal)).find((option) => option.value === value)?.[language];
}
