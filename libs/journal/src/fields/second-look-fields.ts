import type { Field } from './field';

export const SECOND_LOOK_FIELDS = [
  {
    id: 'second_look',
    stage: 'H_second',
    type: 'text',
    required: false,
    share: 'core',
    question: {
      fr: 'Trois mois plus tard : que liriez-vous autrement ?',
      en: 'Three months later: what would you read differently?',
    },
    why: 'Look-back dated by outcome, not by calendar anniversary; hindsight is labelled as such.',
    feeds: [],
    schedule: 'outcome_date + 90d',
  },
  {
    id: 'experiment_done',
    stage: 'H_second',
    type: 'enum',
    required: false,
    share: 'core',
    question: {
      fr: 'L’essai que vous vous étiez promis : fait ?',
      en: 'The trial you promised yourself: done?',
    },
    why: 'Closes the loop.',
    feeds: ['I15'],
    options: [
      { value: 'done_useful', fr: 'Fait, utile', en: 'Done, useful' },
      { value: 'done_not', fr: 'Fait, sans effet', en: 'Done, no effect' },
      { value: 'not_yet', fr: 'Pas encore', en: 'Not yet' },
      { value: 'dropped', fr: 'Abandonné', en: 'Dropped' },
    ],
    schedule: 'experiment.check_date',
  },
] as const satisfies readonly Field[];
