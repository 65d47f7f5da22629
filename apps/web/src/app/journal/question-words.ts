import { type FieldId, type FieldWords, type JournalWords, loadWords, questionTo } from '@visavis/journal';
import { LANGUAGE } from '../ui/language';
import { inType } from './in-type';

let loaded: JournalWords | null = null;

/** In the language of this build; the journal's route waits for it, so that every page has them. */
export async function loadQuestionWords(): Promise<void> {
  loaded ??= await loadWords(LANGUAGE);
}

export function questionWords(): JournalWords {
  if (!loaded) throw new Error('The words of the journal were not loaded.');
  return loaded;
}

/** Of a question of a bid or of a free entry; undefined for any other. */
export function wordsOf(id: string): FieldWords | undefined {
  const named: Readonly<Record<string, FieldWords>> = questionWords().fields;
  return Object.hasOwn(named, id) ? named[id] : undefined;
}

/** As it is put; empty for what is no question of a bid or of a free entry. */
export function questionOf(id: string, outcome?: string): string {
  return wordsOf(id) ? inType(questionTo(id as FieldId, questionWords(), outcome)) : '';
}
