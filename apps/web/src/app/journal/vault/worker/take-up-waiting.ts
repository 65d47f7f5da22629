import { equalInConstantTime } from '@visavis/sealing-proof';
import type { Waiting } from './device';
import type { OpenedVault } from './opened-vault';
import { openOwn } from './rejoin';
import type { World } from './world';

/** After unlocking: what was sealed here and never confirmed is what the entries say, and goes on waiting. */
export async function takeUpWaiting(world: World, vault: OpenedVault): Promise<readonly string[]> {
  const rows = await world.device.waiting(vault.vaultId);
  const entries = Map.groupBy(rows, ({ entryId }) => entryId);
  for (const [entryId, queue] of entries) {
    const left = await withoutConfirmed(world, vault, entryId, queue);
    vault.waiting.set(entryId, left.length);
    const last = left.at(-1);
    if (last && !vault.unopened.has(entryId)) await takeUp(world, vault, last);
  }
  return [...entries.keys()];
}

/** What arrived although its answer was lost need not wait any longer. */
async function withoutConfirmed(
  world: World,
  vault: OpenedVault,
  entryId: string,
  queue: readonly Waiting[],
): Promise<readonly Waiting[]> {
  const confirmed = vault.entries.get(entryId)?.confirmed;
  const at = confirmed ? queue.findLastIndex(({ hash }) => equalInConstantTime(hash, confirmed.hash)) : -1;
  await world.device.dropWaiting(queue.slice(0, at + 1).map(({ order }) => order));
  return queue.slice(at + 1);
}

async function takeUp(
  world: World,
  vault: OpenedVault,
  { entryId, revision, wrap, grants, hash }: Waiting,
): Promise<void> {
  const held = vault.entries.get(entryId);
  const { body, schema, key } = await openOwn(vault, revision, wrap);
  const isNewEpoch = grants !== undefined;
  vault.entries.set(entryId, {
    id: entryId,
    schema,
    key,
    wrap,
    head: { epoch: revision.epoch, rev: revision.rev, hash },
    body,
    confirmed: held?.confirmed ?? null,
    savedAt: held?.savedAt ?? world.now(),
    epochClosed: held !== undefined && !isNewEpoch && held.epochClosed,
    readers: isNewEpoch
      ? new Set(grants.map(({ recipientId }) => recipientId))
      : (held?.readers ?? new Set()),
    trouble: null,
  });
}
