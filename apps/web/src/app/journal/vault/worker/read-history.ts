import type { Entry } from '@visavis/journal';
import { VaultRefused } from '../vault-trouble';
import type { PastRevision } from '../vault-types';
import { heldEntry, type OpenedVault } from './opened-vault';
import { refusalFrom } from './refusal-from';
import { openOwn } from './rejoin';
import type { World } from './world';

/** Every text an entry had, the newest first, each verified; one that does not open is named and not left out. */
export async function readHistory(
  world: World,
  vault: OpenedVault,
  entryId: string,
): Promise<readonly PastRevision[]> {
  heldEntry(vault, entryId);
  const past: PastRevision[] = [];
  for (let after: string | null = null; ;) {
    const { revisions, keys, next } = await world.server.readHistory(entryId, after);
    for (const revision of revisions) {
      const { rev, epoch, savedAt } = revision;
      try {
        const wrap = keys.find((key) => key.epoch === epoch);
        if (!wrap || revision.entryId !== entryId) throw new VaultRefused('cannot-open');
        const { body } = await openOwn(vault, revision, wrap);
        past.push({ rev, epoch, savedAt, entry: JSON.parse(body) as Entry, trouble: null });
      } catch (error) {
        past.push({ rev, epoch, savedAt, entry: null, trouble: refusalFrom(error).reason });
      }
    }
    if (next === null || next === after) return past.toReversed();
    after = next;
  }
}
