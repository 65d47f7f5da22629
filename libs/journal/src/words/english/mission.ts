import type { FieldWords } from '../journal-words';

export const MISSION = {
  effects_intended: { question: 'Which effects must the mission produce? How will they be seen?' },
  effects_observed: { question: 'For each effect: observed? By whom?' },
  effects_unexpected: { question: 'Which unexpected effects, good or bad?' },
  need_confirmed: {
    question: 'Was the need you had stated confirmed?',
    options: { 0: 'No', 1: 'Partly', 2: 'Yes', 3: 'Another need appeared' },
  },
  brief_moved: {
    question: 'Did the brief move during the mission?',
    options: { no: 'No', widened_together: 'Widened together', narrowed: 'Narrowed', stopped: 'Stopped' },
  },
  alliance_end: { question: 'Alliance with the prescriber at the end: goal, way, trust.' },
  would_accept_again: {
    question: 'Would you make this offer again, on these terms?',
    options: { yes: 'Yes', other_terms: 'On other terms', no: 'No' },
  },
  ethics_kept: { question: 'Reserve, autonomy, parity: what did you have to negotiate or defend?' },
  second_look: { question: 'Three months later: what would you read differently?' },
  experiment_done: {
    question: 'The trial you promised yourself: done?',
    options: {
      done_useful: 'Done, useful',
      done_not: 'Done, no effect',
      not_yet: 'Not yet',
      dropped: 'Dropped',
    },
  },
} as const satisfies Readonly<Record<string, FieldWords>>;
