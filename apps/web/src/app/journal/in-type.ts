import { typesetFrench } from '@visavis/kernel';
import { LANGUAGE } from '../ui/language';

/** The questions are written with plain spaces; on a page French punctuation stays with its word. */
export function inType(words: string): string {
  return LANGUAGE === 'fr' ? typesetFrench(words) : words;
}
