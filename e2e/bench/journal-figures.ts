import { JOURNAL_KILOBYTES } from '../../apps/launch/src/weigh-journal.ts';
import type { JournalFigures } from './journal.ts';
import type { JournalInProduct } from './journal-in-product.ts';
import type { Figure } from './report-figures.ts';
import type { SealingFigures } from './sealing.ts';

const ms = (value: number) => `${Math.round(value)} ms`;

export function sealingFigures(sealing: SealingFigures): Figure[] {
  return [
    {
      measure: 'vault, Chromium: unlock with the passphrase',
      value: sealing.unlockMs,
      unit: 'ms',
      limit: 1500,
      better: 'less',
    },
    {
      measure: 'vault, Chromium: 1,000 entries of 4 kB decrypted',
      value: sealing.laterOpeningMs,
      unit: 'ms',
      limit: 300,
      better: 'less',
      detail: `${Math.round(sealing.firstOpeningMs)} ms the first time, when every signature is checked`,
    },
  ];
}

export function journalFigures(journal: JournalFigures): Figure[] {
  return [
    {
      measure: 'vault, Chromium: a search over 1,000 bids',
      value: journal.searchMs,
      unit: 'ms',
      limit: 20,
      better: 'less',
      detail: `the slowest ${Math.round(journal.slowestSearchMs)} ms; indexing ${Math.round(journal.indexMs)} ms in slices`,
    },
    {
      measure: 'vault, Chromium: all insights over 1,000 bids',
      value: journal.insightsMs,
      unit: 'ms',
      limit: 200,
      better: 'less',
    },
  ];
}

export function inProductFigures(found: JournalInProduct): Figure[] {
  const { pages, worker } = found.scripts;
  return [
    {
      measure: 'journal in the product: unlocked, 1,000 entries of 4 kB listed',
      value: found.unlockMs,
      unit: 'ms',
      limit: 1500,
      better: 'less',
      detail: `the passphrase typed, 60 ms a letter; ${ms(found.pastedUnlockMs)} when it is pasted, ${ms(found.unlockEmptyMs)} with an empty journal, ${ms(found.firstUnlockMs)} the first time on a device`,
    },
    {
      measure: 'journal in the product: 1,000 entries of 4 kB open, from the last byte',
      value: found.openedMs,
      unit: 'ms',
      limit: 300,
      better: 'less',
    },
    {
      measure: 'journal in the product: tasks over 50 ms while one types and 1,000 bids are indexed',
      value: found.longTasks.length,
      unit: 'tasks',
      limit: 0,
      better: 'less',
      ...(found.longTasks.length > 0 && { detail: `the longest ${ms(Math.max(...found.longTasks))}` }),
    },
    {
      measure: 'journal in the product: a search while one types',
      value: found.searchMs,
      unit: 'ms',
      limit: 20,
      better: 'less',
      detail: `the slowest ${ms(found.slowestSearchMs)}, asked while the index was still being built`,
    },
    {
      measure: 'journal in the product: all insights over 1,000 bids',
      value: found.insightsMs,
      unit: 'ms',
      limit: 200,
      better: 'less',
      detail: `${ms(found.firstInsightsMs)} the first time`,
    },
    {
      measure: 'journal: its JavaScript, brotli',
      value: pages + worker,
      unit: 'kB',
      limit: JOURNAL_KILOBYTES,
      better: 'less',
      detail: `pages ${Math.round(pages)}, worker ${Math.round(worker)}; all of its own in French; charts, PDF and the fictitious journal apart`,
    },
  ];
}
