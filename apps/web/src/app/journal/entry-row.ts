import { dateOf, type Entry, fieldOf, nextStep, optionWords, type Step } from '@visavis/journal';
import { troubleWords } from './journal-words';
import { entryTitle } from './entry-title';
import { STEP_WORDS } from './entry-words';
import { questionWords } from './question-words';
import { sayReaders } from './say-readers';
import type { VaultEntry } from './vault/vault-types';

/** One entry as lists show it. */
export interface EntryRow {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM-DD`; of one that cannot be opened nothing is known. */
  readonly date: string | null;
  readonly outcome: string | null;
  readonly outcomeWords: string;
  readonly step: Step | null;
  /** What it waits for, once that can be done. */
  readonly dueWords: string;
  readonly tags: readonly string[];
  /** Who can read it besides its author, in words; empty when nobody can. */
  readonly readers: string;
  /** Why it cannot be opened; it is never shown as empty. */
  readonly trouble: string;
  readonly isFromMemory: boolean;
  readonly isDemo: boolean;
  readonly isConfirmed: boolean;
}

export function entryRow(stored: VaultEntry, today: string): EntryRow {
  const { id, entry, readers, sync } = stored;
  const common = { id, readers: sayReaders(readers), isConfirmed: sync === 'confirmed' };
  if (entry === null)
    return {
      ...common,
      title: $localize`Entrée qui ne peut pas être ouverte`,
      date: null,
      outcome: null,
      outcomeWords: '',
      step: null,
      dueWords: '',
      tags: [],
      trouble: stored.trouble === null ? '' : troubleWords(stored.trouble),
      isFromMemory: false,
      isDemo: false,
    };
  const next = entry.kind === 'bid' ? nextStep(entry) : null;
  const isDue = next !== null && next.step !== 'nothing' && (next.from ?? '') <= today;
  return {
    ...common,
    title: entryTitle(entry),
    date: dateOf(entry),
    outcome: entry.kind === 'bid' ? (entry.answers.outcome ?? 'open') : null,
    outcomeWords: outcomeWords(entry),
    step: next?.step ?? null,
    dueWords: next && isDue ? STEP_WORDS[next.step] : '',
    tags: entry.tags,
    trouble: '',
    isFromMemory: entry.kind === 'bid' && entry.fromMemory,
    isDemo: entry.demo === true,
  };
}

function outcomeWords(entry: Entry): string {
  if (entry.kind === 'free') return $localize`Note libre`;
  if (entry.kind === 'hypothesis') return $localize`Hypothèse`;
  const { outcome } = entry.answers;
  if (outcome === undefined) return $localize`En cours`;
  return optionWords(fieldOf('outcome'), outcome, questionWords()) ?? '';
}
