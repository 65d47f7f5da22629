import type { Language } from '@visavis/kernel';
import type { ContractWords } from './contract-words';
import { CONTRACT_WORDS_EN } from './contract-words-en';
import { CONTRACT_WORDS_FR } from './contract-words-fr';

export const CONTRACT_WORDS: Readonly<Record<Language, ContractWords>> = {
  fr: CONTRACT_WORDS_FR,
  en: CONTRACT_WORDS_EN,
};
