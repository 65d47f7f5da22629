import type { BidEntry } from '../entry/entry-document';
import { demoJournal } from './demo-journal';

/** The fictitious journal; its texts are fetched only when somebody wants to see it. */
export async function loadDemo(today: string): Promise<readonly BidEntry[]> {
  const { DEMO_ROWS } = await import('./demo-rows');
  return demoJournal(DEMO_ROWS, today);
}
