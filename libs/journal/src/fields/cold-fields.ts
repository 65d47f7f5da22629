import { ATTRIBUTION } from './attribution-field';
import { COLD_EMOTION_FIELDS } from './cold-emotion-fields';
import type { Field } from './field';

export const COLD_FIELDS = [
  { id: 'camera', stage: 'F_cold', type: 'text', required: true, share: 'core' },
  { id: 'inference', stage: 'F_cold', type: 'text', required: false, share: 'core' },
  ATTRIBUTION,
  { id: 'fit_reframe', stage: 'F_cold', type: 'text', required: true, share: 'core' },
  {
    id: 'guard_spite',
    stage: 'F_cold',
    type: 'text',
    required: false,
    share: 'core',
    condition: 'outcome in (lost,no_decision,withdrawn)',
  },
  { id: 'guard_symmetry', stage: 'F_cold', type: 'boolean+text', required: false, share: 'core' },
  {
    id: 'guard_selfblame',
    stage: 'F_cold',
    type: 'text',
    required: false,
    share: 'core',
    condition: 'outcome in (lost,no_decision)',
  },
  { id: 'client_voice', stage: 'F_cold', type: 'text', required: false, share: 'core' },
  { id: 'well_done', stage: 'F_cold', type: 'text', required: true, share: 'core' },
  { id: 'rule_held', stage: 'F_cold', type: 'text', required: false, share: 'core' },
  {
    id: 'experiment',
    stage: 'F_cold',
    type: 'object',
    required: true,
    share: 'core',
    item: [
      { id: 'when', type: 'string' },
      { id: 'then', type: 'string' },
      { id: 'check_date', type: 'date' },
    ],
  },
  { id: 'keep', stage: 'F_cold', type: 'text', required: false, share: 'core' },
  {
    id: 'closed',
    stage: 'F_cold',
    type: 'enum',
    required: false,
    share: 'core',
    options: ['open', 'closing', 'closed'],
  },
  { id: 'supervision_q', stage: 'F_cold', type: 'text', required: false, share: 'core' },
  ...COLD_EMOTION_FIELDS,
] as const satisfies readonly Field[];
