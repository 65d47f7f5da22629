import type { Field } from './field';

export const SECOND_LOOK_FIELDS = [
  {
    id: 'second_look',
    stage: 'H_second',
    type: 'text',
    required: false,
    share: 'core',
    schedule: 'outcome_date + 90d',
  },
  {
    id: 'experiment_done',
    stage: 'H_second',
    type: 'enum',
    required: false,
    share: 'core',
    options: ['done_useful', 'done_not', 'not_yet', 'dropped'],
    schedule: 'experiment.check_date',
  },
] as const satisfies readonly Field[];
