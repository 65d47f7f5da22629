import type { Field } from './field';

/** Values and places (`loci`) are the same after a loss and after a win; only the words turn. */
export const ATTRIBUTION = {
  id: 'attribution',
  stage: 'F_cold',
  type: 'allocation',
  required: true,
  share: 'core',
  options: [
    'too_early',
    'not_skilful',
    'too_skilful',
    'not_seeing',
    'not_ready',
    'better_fit',
    'cultures',
    'alliance',
    'circumstances',
    'unknown',
  ],
  loci: {
    self: ['too_early', 'not_skilful', 'too_skilful'],
    client: ['not_seeing', 'not_ready'],
    other: ['better_fit'],
    between: ['cultures', 'alliance'],
    circumstances: ['circumstances'],
    unknown: ['unknown'],
  },
} as const satisfies Field;
