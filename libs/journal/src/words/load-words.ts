import type { Language } from '@visavis/kernel';
import type { JournalWords } from './journal-words';

/** One language, and only that one. */
export async function loadWords(language: Language): Promise<JournalWords> {
  return language === 'fr'
    ? (await import('./french/french')).FRENCH
    : (await import('./english/english')).ENGLISH;
}
