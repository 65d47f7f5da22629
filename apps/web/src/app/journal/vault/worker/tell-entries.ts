import type { Entry, MarginDocument } from '@visavis/journal';
import type { Sync, VaultEntry } from '../vault-types';
import { documentOf } from './document-of';
import type { OpenedVault } from './opened-vault';
import { turn } from './slices';
import type { World } from './world';

const AT_ONCE = 100;

/** Tells the page how entries stand, a hundred at a time: it has a hand free for typing in between. */
export async function tellEntries(
  world: World,
  vault: OpenedVault,
  changed: Iterable<string>,
  gone: readonly string[] = [],
): Promise<void> {
  const margins = marginsOf(vault);
  const ids = new Set([...changed].flatMap((id) => entryOf(vault, id)));
  const entries = [...ids].map((id) => shown(vault, id, margins));
  for (let at = 0; at === 0 || at < entries.length; at += AT_ONCE) {
    world.tell({ news: 'entries', entries: entries.slice(at, at + AT_ONCE), gone: at === 0 ? gone : [] });
    await turn();
  }
}

/** By the entry it stands beside: the id under which the margin is kept. */
export function marginsOf(vault: OpenedVault): ReadonlyMap<string, string> {
  const margins = [...vault.entries.values()].filter(({ schema }) => schema === 'margin/1');
  return new Map(margins.map((held) => [documentOf<MarginDocument>(held).of, held.id]));
}

/** A change of a margin shows at its entry; the index shows nowhere. */
function entryOf(vault: OpenedVault, id: string): readonly string[] {
  const held = vault.entries.get(id);
  if (!held) return vault.unopened.has(id) ? [id] : [];
  if (held.schema === 'margin/1')
    return [documentOf<MarginDocument>(held).of].filter((of) => vault.entries.has(of));
  return held.schema === 'journal/1' ? [id] : [];
}

function shown(vault: OpenedVault, id: string, margins: ReadonlyMap<string, string>): VaultEntry {
  const held = vault.entries.get(id);
  const margin = margins.get(id);
  return {
    id,
    entry: held ? documentOf<Entry>(held) : null,
    trouble: held?.trouble ?? vault.unopened.get(id)?.trouble ?? null,
    rev: held?.head.rev ?? 0,
    savedAt: held?.savedAt ?? 0,
    epochClosed: held?.epochClosed ?? false,
    readers: [...(held?.readers ?? [])].map((userId) => ({ userId, name: vault.names.get(userId) ?? '' })),
    sync: margin === undefined ? syncOf(vault, id) : later(syncOf(vault, id), syncOf(vault, margin)),
    hasMargin: margin !== undefined,
  };
}

function syncOf(vault: OpenedVault, id: string): Sync {
  if ((vault.waiting.get(id) ?? 0) === 0) return 'confirmed';
  return vault.sending === id ? 'sent' : 'device';
}

function later(one: Sync, other: Sync): Sync {
  const order: readonly Sync[] = ['device', 'sent', 'confirmed'];
  return order.indexOf(one) < order.indexOf(other) ? one : other;
}
