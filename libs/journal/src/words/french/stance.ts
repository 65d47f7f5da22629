import type { FieldWords } from '../journal-words';

export const STANCE = {
  stance: {
    question: 'Quelle réponse faites-vous au dilemme ?',
    options: {
      as_asked: 'Je réponds à la demande telle qu’elle est posée',
      widened_steps: 'J’ouvre par étapes : la demande d’abord, l’élargissement ensuite',
      widened_open: 'J’énonce le besoin réel et j’élargis d’emblée',
      questioned: 'Je demande d’abord une rencontre pour travailler la demande',
      declined: 'Je décline',
    },
  },
  stance_why: {
    question:
      'Qu’est-ce qui a décidé de cette posture : la mission, l’argent, la peur, l’alliance, autre chose ?',
  },
  alliance_pre: {
    question:
      'Alliance avec le prescripteur aujourd’hui : accord sur le but, accord sur la manière, confiance.',
  },
  proposal_skill: {
    question:
      'Votre proposition vous paraît-elle trop peu habile, juste, ou si habile qu’elle peut faire peur ?',
    anchors: ['Pas assez habile', 'Juste', 'Trop habile, effrayante'],
  },
  p_win: { question: 'Quelle chance donnez-vous à cette offre d’être choisie ?' },
  p_win_other: { question: 'Et si vous aviez pris l’autre posture ?' },
  p_effect: { question: 'Si elle est choisie, quelle chance que la mission atteigne ses effets ?' },
  premortem_lost: { question: 'C’est perdu. Racontez pourquoi, en trois lignes.' },
  premortem_won_failed: { question: 'C’est gagné et la mission échoue. Que s’est-il passé ?' },
  attachment: { question: 'À quel point tenez-vous à celle-ci ?' },
  money_pressure: { question: 'À quel point le besoin de gagner votre vie pèse-t-il sur cette réponse ?' },
} as const satisfies Readonly<Record<string, FieldWords>>;
