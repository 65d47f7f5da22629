import { type Answers, isEmpty, type MarginAnswers } from '../entry/answers';
import { answerShape } from '../entry/answer-shapes';
import type { BidEntry } from '../entry/entry-document';
import { fieldErrorsOf } from '../entry/field-errors';
import type { MarginDocument } from '../entry/margin-document';
import {
  type CoreFieldId,
  type FieldId,
  fieldOf,
  isMarginField,
  type MarginFieldId,
} from '../fields/all-fields';
import { type JournalRefusal, refuse } from '../journal-refusal';
import { isAsked, isTheirReason } from './asked';
import { isSealed } from './seal-stage';
import { sealOf } from './seals';

/** Why a question cannot be answered now, or null when it can. Forms show the reason in place of the field. */
export function whyNotWritable(entry: BidEntry, id: FieldId): JournalRefusal | null {
  if (isMarginField(id)) return 'margin-only';
  if (!isAsked(entry, id)) return 'not-asked';
  const seal = sealOf(id);
  if (seal && isSealed(entry, seal)) return 'sealed';
  const { outcome } = entry.answers;
  const { stage } = fieldOf(id);
  if (['A_context', 'B_brief', 'C_stance'].includes(stage)) return null;
  if (stage === 'D_outcome') {
    if (mustForesee(entry) && outcome !== 'declined') return 'forecast-first';
    if (id !== 'outcome' && outcome === undefined) return 'outcome-first';
    return isTheirReason(id) && !isSealed(entry, 'own_reason') ? 'own-reason-first' : null;
  }
  if (outcome === undefined) return 'outcome-first';
  return id === 'effects_observed' && !isSealed(entry, 'kickoff') ? 'kickoff-first' : null;
}

/** A decision says nothing about a forecast that comes after it. */
function mustForesee(entry: BidEntry): boolean {
  return !entry.fromMemory && !isSealed(entry, 'forecast');
}

/** Writes one answer; an empty one is taken away. */
export function writeAnswer<Id extends CoreFieldId>(
  entry: BidEntry,
  id: Id,
  answer: Answers[Id] | undefined,
): BidEntry {
  const reason = whyNotWritable(entry, id);
  // Whoever declines before answering has nothing to forecast; whoever then says otherwise has it still before them.
  const declines = id === 'outcome' && (answer === 'declined' || answer === undefined);
  if (reason && !(reason === 'forecast-first' && declines)) refuse(reason);
  if (id === 'outcome' && !declines && mustForesee(entry)) refuse('forecast-first');
  requireShape(id, answer);
  return { ...entry, answers: withAnswer(entry.answers, id, answer) };
}

/** A later view of something sealed: it stands beside what was sealed, dated, as hindsight. */
export function correctAnswer<Id extends CoreFieldId>(
  entry: BidEntry,
  id: Id,
  answer: NonNullable<Answers[Id]>,
  on: string,
): BidEntry {
  const seal = sealOf(id);
  if (!isAsked(entry, id)) refuse('not-asked');
  if (!seal || !isSealed(entry, seal)) refuse('not-sealed');
  requireShape(id, answer);
  return { ...entry, hindsight: [...entry.hindsight, { field: id, value: answer, on }] };
}

/** Hot writing waits for an outcome, as do the feelings it is compared with; a note can be made at any time. */
export function writeInMargin<Id extends MarginFieldId>(
  margin: MarginDocument,
  entry: BidEntry,
  id: Id,
  answer: MarginAnswers[Id] | undefined,
): MarginDocument {
  if (entry.answers.outcome === undefined) refuse('outcome-first');
  requireShape(id, answer);
  return { ...margin, answers: withAnswer(margin.answers, id, answer) };
}

function requireShape(id: FieldId, answer: unknown): void {
  if (answer === undefined) return;
  const parsed = answerShape(fieldOf(id)).safeParse(answer);
  if (!parsed.success) refuse('malformed', { errors: fieldErrorsOf(parsed.error, ['answers', id]) });
}

function withAnswer<All extends object>(answers: All, id: keyof All & string, answer: unknown): All {
  const { [id]: _former, ...others } = answers;
  return (isEmpty(answer) ? others : { ...others, [id]: answer }) as All;
}
