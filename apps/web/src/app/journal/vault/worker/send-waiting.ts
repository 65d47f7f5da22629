import { toHex } from '@visavis/sealing-proof';
import { VaultRefused } from '../vault-trouble';
import type { Waiting } from './device';
import { isUnreachable } from './load-entries';
import { type HeldEntry, type OpenedVault } from './opened-vault';
import { refusalFrom } from './refusal-from';
import { rejoin } from './rejoin';
import type { Turns } from './turns';
import type { World } from './world';

/** Answers that mean: somebody else wrote, or the readers changed. The two texts are joined and sealed again. */
const TO_REJOIN: readonly string[] = ['head-moved', 'epoch-closed', 'epoch-out-of-order', 'key-wrong'];
const MOST_REJOINS = 5;

/**
 * Sends what waits, in order. What the server says it has counts only with its hash. True when nothing waits any more,
 * false when the server cannot be reached: then all of it stays.
 */
export async function sendWaiting(
  world: World,
  vault: OpenedVault,
  seals: Turns,
  told: (entryId: string) => void,
): Promise<boolean> {
  const stuck = new Set<string>();
  const rejoined = new Map<string, number>();
  // What was joined again waits at the end, so that nothing that is left to be sent lies before the last one looked at.
  for (let after = 0; ;) {
    const row = await world.device.nextWaiting(vault.vaultId, after);
    if (!row) return stuck.size === 0;
    const { entryId } = row;
    after = row.order;
    if (stuck.has(entryId) || vault.unopened.has(entryId)) continue;
    vault.sending = entryId;
    told(entryId);
    try {
      await send(world, vault, row);
    } catch (error) {
      if (isUnreachable(error)) return false;
      const count = (rejoined.get(entryId) ?? 0) + 1;
      rejoined.set(entryId, count);
      const again = TO_REJOIN.includes(refusalFrom(error).reason) && count <= MOST_REJOINS;
      if (!again || !(await triedToRejoin(world, vault, seals, entryId))) stuck.add(entryId);
      if (!again) mark(vault, entryId, error);
    } finally {
      vault.sending = null;
      told(entryId);
    }
  }
}

async function send(world: World, vault: OpenedVault, row: Waiting): Promise<void> {
  const { entryId, revision, hash, order, wrap } = row;
  const reply = await world.server.saveRevision(entryId, {
    revision,
    ...(row.key && { key: row.key }),
    ...(row.grants && { grants: row.grants }),
  });
  if (reply.rev !== revision.rev || toHex(reply.hash) !== toHex(hash)) throw new VaultRefused('older-copy');
  const readers = vault.entries.get(entryId)?.readers ?? new Set<string>();
  vault.memory.rememberHead(entryId, { epoch: revision.epoch, rev: revision.rev, hash, readers });
  vault.memory.rememberVerified(hash);
  await vault.memory.keep();
  const { schema } = revision;
  const grants = row.grants ?? [];
  await world.device.keepCached(vault.vaultId, [
    { entryId, schema, epochClosed: false, key: wrap, head: revision, savedAt: reply.savedAt, grants },
  ]);
  await world.device.dropWaiting([order]);
  vault.waiting.set(entryId, (vault.waiting.get(entryId) ?? 1) - 1);
  // Something newer may have been sealed since.
  const held = vault.entries.get(entryId);
  if (held) vault.entries.set(entryId, confirmed(held, row, reply.savedAt));
}

/** Later revisions of the same entry may wait behind this one: then only the last one's text is at hand, and enough. */
function confirmed(held: HeldEntry, { revision, hash }: Waiting, savedAt: number): HeldEntry {
  const isNewest = held.head.rev === revision.rev;
  return {
    ...held,
    savedAt,
    confirmed: isNewest ? { rev: revision.rev, hash, body: held.body } : held.confirmed,
  };
}

async function triedToRejoin(
  world: World,
  vault: OpenedVault,
  seals: Turns,
  entryId: string,
): Promise<boolean> {
  try {
    await rejoin(world, vault, seals, entryId);
    return true;
  } catch (error) {
    if (isUnreachable(error)) throw error;
    mark(vault, entryId, error);
    return false;
  }
}

function mark(vault: OpenedVault, entryId: string, error: unknown): void {
  const held = vault.entries.get(entryId);
  if (held) vault.entries.set(entryId, { ...held, trouble: refusalFrom(error).reason });
}
