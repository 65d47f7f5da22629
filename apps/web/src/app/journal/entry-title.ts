import { type Entry, nameSignal, titleOf } from '@visavis/journal';
import { inType } from './in-type';
import { questionWords } from './question-words';

/** What an entry is called on a page; one that has no name yet says so. */
export function entryTitle(entry: Entry): string {
  const { kind, answers } = entry;
  if (kind === 'hypothesis') return inType(nameSignal(answers.signal, answers.value, questionWords()));
  return titleOf(entry) || $localize`Sans titre`;
}
