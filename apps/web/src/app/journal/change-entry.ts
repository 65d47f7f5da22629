import type { Entry } from '@visavis/journal';
import type { JournalVault } from './vault/journal-vault';

/** One change from a list or a card, made to the entry as it is open, so that words still on their way stay in it. */
export async function changeEntry(
  vault: JournalVault,
  id: string,
  change: (entry: Entry) => Entry,
): Promise<void> {
  const opened = await vault.open(id);
  opened.write(change(opened.entry()));
  await opened.close();
}
