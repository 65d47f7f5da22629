import type { FieldWords } from '../journal-words';

export const MISSION = {
  effects_intended: { question: 'Quels effets la mission doit-elle produire ? À quoi les verra-t-on ?' },
  effects_observed: { question: 'Pour chaque effet : observé ? Par qui ?' },
  effects_unexpected: { question: 'Quels effets inattendus, heureux ou non ?' },
  need_confirmed: {
    question: 'Le besoin que vous aviez énoncé s’est-il confirmé ?',
    options: { 0: 'Non', 1: 'En partie', 2: 'Oui', 3: 'Un autre besoin est apparu' },
  },
  brief_moved: {
    question: 'La demande a-t-elle bougé en cours de mission ?',
    options: {
      no: 'Non',
      widened_together: 'Élargie ensemble',
      narrowed: 'Rétrécie',
      stopped: 'Interrompue',
    },
  },
  alliance_end: { question: 'Alliance avec le prescripteur à la fin : but, manière, confiance.' },
  would_accept_again: {
    question: 'Referiez-vous cette offre, dans ces termes ?',
    options: { yes: 'Oui', other_terms: 'Autrement', no: 'Non' },
  },
  ethics_kept: { question: 'Réserve, autonomie, parité : qu’avez-vous dû négocier ou défendre ?' },
  second_look: { question: 'Trois mois plus tard : que liriez-vous autrement ?' },
  experiment_done: {
    question: 'L’essai que vous vous étiez promis : fait ?',
    options: {
      done_useful: 'Fait, utile',
      done_not: 'Fait, sans effet',
      not_yet: 'Pas encore',
      dropped: 'Abandonné',
    },
  },
} as const satisfies Readonly<Record<string, FieldWords>>;
