import type { BidEntry } from '../entry/entry-document';

/** The fictitious journal, fetched only when somebody wants to see it. */
export async function loadDemo(today: string): Promise<readonly BidEntry[]> {
  const { demoJournal } = await import('./demo-journal');
  return demoJournal(today);
}
