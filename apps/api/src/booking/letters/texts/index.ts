import type { Language } from '@visavis/kernel';
import { englishTexts } from './english';
import { frenchTexts } from './french';
import type { LetterTexts } from './letter-text';

export const LETTER_TEXTS: Readonly<Record<Language, LetterTexts>> = { fr: frenchTexts, en: englishTexts };
