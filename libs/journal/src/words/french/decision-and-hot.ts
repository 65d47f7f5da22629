import type { FieldWords } from '../journal-words';

export const DECISION_AND_HOT = {
  outcome: {
    question: 'Qu’a-t-il été décidé ?',
    options: {
      won: 'Retenue',
      lost: 'Non retenue',
      no_decision: 'Projet abandonné ou sans suite',
      withdrawn: 'Je me suis retiré',
      declined: 'J’ai décliné avant de répondre',
    },
  },
  outcome_date: { question: 'Quand l’avez-vous su ?' },
  my_guess_reason: {
    question: 'Avant d’entendre leur raison : selon vous, laquelle a le plus compté ?',
    options: {
      price: 'Prix',
      fit_person: 'Rencontre avec un autre coach',
      better_offer: 'Offre meilleure',
      understanding: 'Besoin non partagé',
      timing_budget: 'Calendrier ou budget',
      internal: 'Décision interne, politique',
      network: 'Relation préexistante',
      approach: 'Approche, méthode',
      trust_alliance: 'Alliance, confiance',
      unknown: 'Je ne sais pas',
    },
  },
  client_reason_verbatim: { question: 'Qu’ont-ils dit, avec leurs mots ?' },
  client_reason_code: { question: 'À quelle raison cela correspond-il ?' },
  reason_source: {
    question: 'D’où tenez-vous cette raison ?',
    options: {
      spoken: 'Entretien avec le décideur',
      written: 'Message écrit',
      third: 'Un tiers',
      none: 'Rien reçu',
    },
  },
  chosen_kind: {
    question: 'Si une autre offre a été retenue, que savez-vous d’elle ?',
    options: {
      cheaper: 'Moins chère',
      simpler: 'Plus simple, plus proche de la demande',
      known: 'Déjà connue d’eux',
      bigger: 'Structure plus grande',
      internal: 'Ressource interne',
      unknown: 'Rien',
    },
  },
  hot_free: {
    question: 'Quinze minutes, sans relire : ce que vous ressentez et pensez vraiment de cette décision.',
  },
  hot_sadness: { question: 'Tristesse (à chaud)' },
  hot_anger: { question: 'Colère (à chaud)' },
  hot_contempt: { question: 'Mépris ou dépit (à chaud)' },
  hot_shame: { question: 'Honte (à chaud)' },
  hot_relief: { question: 'Soulagement (à chaud)' },
  hot_joy: { question: 'Joie (à chaud)' },
} as const satisfies Readonly<Record<string, FieldWords>>;
