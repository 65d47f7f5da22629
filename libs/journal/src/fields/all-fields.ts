import { BRIEF_FIELDS } from './brief-fields';
import { COLD_FIELDS } from './cold-fields';
import { CONTEXT_FIELDS } from './context-fields';
import { DECISION_FIELDS } from './decision-fields';
import type { Field } from './field';
import { HOT_FIELDS } from './hot-fields';
import { MISSION_FIELDS } from './mission-fields';
import { SECOND_LOOK_FIELDS } from './second-look-fields';
import { QUICK_PATH, type StageId } from './stages';
import { STANCE_FIELDS } from './stance-fields';

/** Every question about a bid, in the order of its life: drives forms, validation, rendering and export. */
export const BID_FIELDS = [
  ...CONTEXT_FIELDS,
  ...BRIEF_FIELDS,
  ...STANCE_FIELDS,
  ...DECISION_FIELDS,
  ...HOT_FIELDS,
  ...COLD_FIELDS,
  ...MISSION_FIELDS,
  ...SECOND_LOOK_FIELDS,
] as const;

export type BidField = (typeof BID_FIELDS)[number];
export type FieldId = BidField['id'];
export type MarginFieldId = Extract<BidField, { share: 'margin' }>['id'];
export type CoreFieldId = Exclude<FieldId, MarginFieldId>;

const BY_ID = new Map<string, Field>(BID_FIELDS.map((field) => [field.id, field]));

export function fieldOf(id: FieldId): Field {
  return BY_ID.get(id) as Field;
}

export function isFieldId(id: string): id is FieldId {
  return BY_ID.has(id);
}

export function isMarginField(id: FieldId): id is MarginFieldId {
  return fieldOf(id).share === 'margin';
}

export function fieldsOfStage(stage: StageId): readonly Field[] {
  return BID_FIELDS.filter((field) => field.stage === stage);
}

/** Eleven questions before the decision, seven after it; everything else is optional and says so. */
export function quickPath(when: 'before' | 'after'): readonly Field[] {
  const ids: readonly FieldId[] = QUICK_PATH[when];
  return ids.map(fieldOf);
}

/** The values among which one can choose. */
export function choicesOf(field: Field): readonly (string | number)[] {
  if (field.options) return field.options;
  return field.optionsFrom ? (BY_ID.get(field.optionsFrom)?.options ?? []) : [];
}

/** True unless its condition (`outcome = won`, `outcome in (lost,no_decision)`) names other outcomes. */
export function suitsOutcome(field: Field, outcome: string | undefined): boolean {
  if (!field.condition) return true;
  const outcomes: readonly string[] = field.condition.replace(/^outcome (=|in) /, '').match(/\w+/g) ?? [];
  return outcome !== undefined && outcomes.includes(outcome);
}
