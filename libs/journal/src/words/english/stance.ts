import type { FieldWords } from '../journal-words';

export const STANCE = {
  stance: {
    question: 'Which answer do you give to the dilemma?',
    options: {
      as_asked: 'I answer the brief as asked',
      widened_steps: 'I widen in steps: the request first, widening later',
      widened_open: 'I state the real need and widen from the start',
      questioned: 'I first ask for a meeting to work on the request',
      declined: 'I decline',
    },
  },
  stance_why: {
    question: 'What decided this stance: the mission, money, fear, the alliance, something else?',
  },
  alliance_pre: { question: 'Alliance with the prescriber today: agreement on the goal, on the way, trust.' },
  proposal_skill: {
    question: 'Does your proposal seem not skilful enough, right, or so skilful it may frighten?',
    anchors: ['Not skilful enough', 'Right', 'Too skilful, frightening'],
  },
  p_win: { question: 'What chance do you give this offer of being chosen?' },
  p_win_other: { question: 'And had you taken the other stance?' },
  p_effect: { question: 'If chosen, what chance that the mission reaches its effects?' },
  premortem_lost: { question: 'It is lost. Tell why, in three lines.' },
  premortem_won_failed: { question: 'It is won and the mission fails. What happened?' },
  attachment: { question: 'How much do you cling to this one?' },
  money_pressure: { question: 'How much does the need to earn a living weigh on this answer?' },
} as const satisfies Readonly<Record<string, FieldWords>>;
