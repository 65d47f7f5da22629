import type { FieldError } from '@visavis/kernel';
import { type Answers, isEmpty } from '../entry/answers';
import type { BidEntry } from '../entry/entry-document';
import type { CoreFieldId, FieldId } from '../fields/all-fields';
import type { Field } from '../fields/field';
import { isAsked } from './asked';
import { neededFor, type Seal } from './seals';

/** What a seal still lacks, field by field; empty when it can be set. */
export function gapsOf(entry: BidEntry, seal: Seal): FieldError[] {
  return neededFor(seal)
    .filter(({ id }) => isAsked(entry, id as FieldId))
    .flatMap((field) => gapsOfAnswer(field, entry.answers[field.id as CoreFieldId]));
}

function gapsOfAnswer(field: Field, answer: Answers[CoreFieldId]): FieldError[] {
  const missing = (...path: string[]): FieldError[] => [
    { field: ['answers', field.id, ...path].join('.'), code: 'required' },
  ];
  if (isEmpty(answer)) return missing();
  if (field.type === 'allocation') return gapsOfShares(field, answer as Answers['attribution']);
  if (field.items)
    return field.items.filter((item) => !hasPart(answer, item)).flatMap((item) => missing(item));
  // A trial may do without its date.
  if (field.type === 'object')
    return ['when', 'then'].filter((part) => !hasPart(answer, part)).flatMap((part) => missing(part));
  return [];
}

/** A hundred points over at least two explanations. */
function gapsOfShares(field: Field, shares: Answers['attribution']): FieldError[] {
  const points = Object.values(shares ?? {}).filter((share) => share > 0);
  const total = points.reduce((sum, share) => sum + share, 0);
  if (total > 100) return [{ field: `answers.${field.id}`, code: 'too-large' }];
  if (total < 100) return [{ field: `answers.${field.id}`, code: 'too-small' }];
  return points.length < 2 ? [{ field: `answers.${field.id}`, code: 'too-short' }] : [];
}

function hasPart(answer: unknown, part: string): boolean {
  return !isEmpty((answer as Readonly<Record<string, unknown>>)[part]);
}
