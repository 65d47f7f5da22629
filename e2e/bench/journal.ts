import { bundleForBrowser, measureInChromium } from './measure-in-chromium.ts';

/** What the journal's worker measures of itself. */
export interface JournalFigures {
  readonly indexMs: number;
  readonly longestSliceMs: number;
  readonly searchMs: number;
  readonly slowestSearchMs: number;
  readonly insightsMs: number;
}

const MEASURE = 'apps/web/src/app/journal/vault/worker/testing/measure-journal.ts';

/** Searching and counting over a thousand bids, in Chromium. */
export async function benchJournal(rounds = 9): Promise<JournalFigures> {
  return measureInChromium(await bundleForBrowser(MEASURE, 'journal'), 'measureJournal', rounds);
}

if (import.meta.main) console.table(await benchJournal());
