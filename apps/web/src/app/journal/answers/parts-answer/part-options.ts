import type { Field, Option, Part } from '@visavis/journal';
import { inType } from '../../in-type';
import { questionWords } from '../../question-words';

/** What a part of an answer is called. */
export function partName(field: Field, part: Part): string {
  return inType(questionWords().parts[`${field.id}.${part.id}`] ?? part.id);
}

/** What can be chosen for a part. */
export function partOptions(field: Field, part: Part): readonly Option[] {
  const { parts } = questionWords();
  return (part.options ?? []).map((value) => ({
    value,
    words: parts[`${field.id}.${part.id}.${value}`] ?? String(value),
  }));
}
