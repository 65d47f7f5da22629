import type { Seal, Step } from '@visavis/journal';

export const SEAL_WORDS: Record<Seal, string> = {
  forecast: $localize`Pronostic scellé`,
  own_reason: $localize`Ma raison scellée`,
  cold: $localize`Regard à froid scellé`,
  kickoff: $localize`Effets attendus scellés`,
  mission: $localize`Mission close`,
  second_look: $localize`Relecture scellée`,
};

/** What an entry waits for. */
export const STEP_WORDS: Record<Step, string> = {
  'seal-forecast': $localize`Pronostic à sceller`,
  'enter-decision': $localize`Décision à venir`,
  'set-effects': $localize`Effets de la mission à fixer`,
  'review-cold': $localize`Regard à froid`,
  'check-trial': $localize`Essai à vérifier`,
  'observe-end': $localize`Effets à observer à la fin`,
  'observe-later': $localize`Effets à observer six mois après`,
  'look-again': $localize`Relecture`,
  nothing: $localize`Rien n’est attendu`,
};
