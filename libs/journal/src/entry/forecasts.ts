import type { CoreFieldId } from '../fields/all-fields';

/** Asked before the decision and never after it. */
export const FORECASTS = ['p_win', 'p_win_other', 'p_effect'] as const satisfies readonly CoreFieldId[];
