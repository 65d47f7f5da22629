import type { Field } from './field';

export const COLD_EMOTION_FIELDS = [
  { id: 'cold_sadness', stage: 'F_cold', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
  { id: 'cold_anger', stage: 'F_cold', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
  { id: 'cold_contempt', stage: 'F_cold', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
  { id: 'cold_shame', stage: 'F_cold', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
  { id: 'cold_relief', stage: 'F_cold', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
  { id: 'cold_joy', stage: 'F_cold', type: 'scale', required: false, share: 'margin', min: 0, max: 10 },
] as const satisfies readonly Field[];
