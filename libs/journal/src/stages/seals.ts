import { BID_FIELDS, type FieldId, fieldOf } from '../fields/all-fields';
import type { Field } from '../fields/field';

/** What is sealed, each by a signed revision of its own. */
export const SEALS = ['forecast', 'own_reason', 'cold', 'kickoff', 'mission', 'second_look'] as const;
export type Seal = (typeof SEALS)[number];

/** States that move on after their stage is closed: laying down, the trial, what is taken to supervision. */
const NEVER_CLOSED: readonly string[] = ['closed', 'experiment_done', 'supervision_q'];

/** The seal that makes a field read-only; facts (the context, what was decided) and the margin have none. */
export function sealOf(id: FieldId): Seal | null {
  const field = fieldOf(id);
  if (field.share === 'margin' || NEVER_CLOSED.includes(id)) return null;
  switch (field.stage) {
    case 'B_brief':
    case 'C_stance':
      return 'forecast';
    case 'D_outcome':
      return id === 'my_guess_reason' ? 'own_reason' : null;
    case 'F_cold':
      return 'cold';
    case 'G_won':
      return id === 'effects_intended' ? 'kickoff' : 'mission';
    case 'H_second':
      return 'second_look';
    default:
      return null;
  }
}

/** What a seal waits for: the required fields of its stages. */
export function neededFor(seal: Seal): readonly Field[] {
  const required: readonly Field[] = BID_FIELDS.filter((field) => field.required);
  switch (seal) {
    case 'forecast':
      return required.filter(({ stage }) => ['A_context', 'B_brief', 'C_stance'].includes(stage));
    case 'own_reason':
      return [...required.filter(({ stage }) => stage === 'D_outcome'), fieldOf('my_guess_reason')];
    case 'second_look':
      return [fieldOf('second_look')];
    default:
      return required.filter((field) => sealOf(field.id as FieldId) === seal);
  }
}
