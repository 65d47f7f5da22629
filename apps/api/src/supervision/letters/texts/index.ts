import type { Language } from '@visavis/kernel';
import type { ContractLetterTexts } from './contract-letter-text';
import { englishTexts } from './english';
import { frenchTexts } from './french';

export const CONTRACT_LETTER_TEXTS: Readonly<Record<Language, ContractLetterTexts>> = {
  fr: frenchTexts,
  en: englishTexts,
};
