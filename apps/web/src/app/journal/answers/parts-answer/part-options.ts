import { type Field, type Option, type Part, partWords } from '@visavis/journal';
import { LANGUAGE } from '../../../ui/language';
import { inType } from '../../in-type';

/** What a part of an answer is called. */
export function partName(field: Field, part: Part): string {
  return inType(part[LANGUAGE] ?? partWords(`${field.id}.${part.id}`)?.[LANGUAGE] ?? part.id);
}

/** What can be chosen for a part; values without words of their own find them beside. */
export function partOptions(field: Field, part: Part): readonly Option[] {
  return (part.options ?? []).map((option) => {
    if (typeof option !== 'string') return option;
    const words = partWords(`${field.id}.${part.id}.${option}`);
    return { value: option, fr: words?.fr ?? option, en: words?.en ?? option };
  });
}
