import { startBid, startFree, startPastBid } from '@visavis/journal';
import type { Start } from './start-choices/start-choices';
import type { JournalVault } from './vault/journal-vault';

/** A new entry to be written, which is kept from its first stroke on; answers its id. */
export function beginEntry(vault: JournalVault, start: Start, today: string): string {
  const open = vault
    .entries()
    .filter(
      ({ entry }) => entry?.kind === 'bid' && !entry.demo && entry.answers.outcome === undefined,
    ).length;
  const entry =
    start === 'past' ? startPastBid(today) : start === 'bid' ? startBid(today, open) : startFree(today);
  return vault.begin(entry).id;
}
