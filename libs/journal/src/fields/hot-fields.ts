import type { Field } from './field';

export const HOT_FIELDS = [
  { id: 'hot_free', stage: 'E_hot', type: 'longtext', required: false, share: 'margin', timer: 900 },
  { id: 'hot_sadness', stage: 'E_hot', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
  { id: 'hot_anger', stage: 'E_hot', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
  { id: 'hot_contempt', stage: 'E_hot', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
  { id: 'hot_shame', stage: 'E_hot', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
  { id: 'hot_relief', stage: 'E_hot', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
  { id: 'hot_joy', stage: 'E_hot', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
] as const satisfies readonly Field[];
