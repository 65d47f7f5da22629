import { type BidEntry, type Entry, type MarginDocument, type Seal, sealStage } from '@visavis/journal';
import { signDeletion } from '@visavis/sealing';
import type { Draft, Jottings, Written } from '../vault-types';
import { readHistory } from './read-history';
import type { Desk } from './desk';
import type { Keeping } from './keeping';
import { documentOf } from './document-of';
import { currentOf, type HeldEntry, heldEntry } from './opened-vault';
import { sealEntry } from './save-entry';
import { marginsOf, tellEntries } from './tell-entries';

/** How long a lock waits for the server. */
const LAST_WORD_MILLISECONDS = 1_500;

export function entryAsks(desk: Desk) {
  const { world, seals, sends } = desk;

  async function remove(id: string): Promise<void> {
    const { vault } = desk;
    const { head } = heldEntry(vault, id);
    const { vaultId } = vault;
    const deletion = { vaultId, entryId: id, rev: head.rev, headHash: head.hash };
    await world.server.deleteEntry(id, await signDeletion(currentOf(vault).identity, deletion));
    vault.entries.delete(id);
    vault.memory.forgetEntry(id);
    await Promise.all([
      vault.memory.keep(),
      world.device.dropCached(vaultId, id),
      desk.jottings.keep(id, {}),
    ]);
  }

  return {
    async acceptFirstLook() {
      desk.vault.lookFirst = false;
      world.tell({ news: 'first-look', look: null });
    },
    refresh: () =>
      sends.take(async () => {
        await desk.load();
        await desk.sendNow();
      }),
    reminded: async (reminderId: string) => desk.reminders.entryOf(reminderId),
    draft: (draft: Draft) => desk.drafts.keep(draft),
    snapshots: ({ kind, id }: { readonly kind: Draft['kind']; readonly id: string }) =>
      desk.drafts.snapshots(kind, id),
    jottings: (entryId: string) => desk.jottings.read(entryId),
    jot: ({ entryId, jottings }: { readonly entryId: string; readonly jottings: Jottings }) =>
      desk.jottings.keep(entryId, jottings),
    takeOver: () => desk.takeOver(),
    async sealStage({ id, document, seal }: { id: string; document: BidEntry; seal: Seal }) {
      const until = desk.drafts.moment();
      const sealed = await seals.take(async () => {
        const { vault } = desk;
        // Its number is known only here, where nothing can come in between.
        const revision = (vault.entries.get(id)?.head.rev ?? 0) + 1;
        const entry = sealStage(document, seal, { revision, on: world.today() });
        await sealEntry(world, vault, { id, schema: 'journal/1', body: JSON.stringify(entry) });
        await desk.drafts.saved('entry', id, until);
        await tellEntries(world, vault, [id]);
        return entry;
      });
      desk.send();
      return sealed;
    },
    async save(written: Written) {
      const until = desk.drafts.moment();
      const saved = await seals.take(async () => {
        const { vault } = desk;
        const held = await sealEntry(world, vault, asWriting(desk, written));
        await desk.drafts.saved(written.kind, written.id, until);
        await tellEntries(world, vault, [held.id]);
        return held;
      });
      desk.send();
      return saved.head.rev;
    },
    async readMargin(entryId: string) {
      const id = marginsOf(desk.vault).get(entryId);
      return id === undefined ? null : documentOf<MarginDocument>(heldEntry(desk.vault, id));
    },
    history: (entryId: string) => readHistory(world, desk.vault, entryId),
    remove: (entryId: string) =>
      sends.take(async () => {
        await desk.sendNow();
        const margin = marginsOf(desk.vault).get(entryId);
        if (margin !== undefined) await remove(margin);
        await desk.reminders.forget([entryId]);
        await remove(entryId);
        await tellEntries(world, desk.vault, [], [entryId]);
      }),
    removeDemo: () =>
      sends.take(async () => {
        await desk.sendNow();
        const { vault } = desk;
        const isDemo = (held: HeldEntry) =>
          held.schema === 'journal/1' && documentOf<Entry>(held).demo === true;
        const ids = [...vault.entries.values()].filter(isDemo).map(({ id }) => id);
        const margins = marginsOf(vault);
        await desk.reminders.forget(ids);
        for (const [at, id] of ids.entries()) {
          const margin = margins.get(id);
          if (margin !== undefined) await remove(margin);
          await remove(id);
          world.tell({ news: 'progress', done: at + 1, total: ids.length });
        }
        await tellEntries(world, vault, [], ids);
        await desk.publishNow();
      }),
    async flush() {
      if (!desk.isOpen) return;
      await desk.jottings.settled();
      await Promise.all([seals.take(() => desk.vault.memory.keep()), desk.layDown()]);
      // What is sealed waits on this device anyway: the server is told if it can be told at once.
      const sent = sends
        .take(async () => {
          if (await desk.sendNow()) await desk.publishNow();
        })
        .catch(() => undefined);
      await Promise.race([sent, new Promise((resolve) => setTimeout(resolve, LAST_WORD_MILLISECONDS))]);
      desk.rest();
    },
  } satisfies Partial<Keeping>;
}

function asWriting({ vault, world }: Desk, { kind, id, document }: Written) {
  const body = JSON.stringify(document);
  if (kind === 'entry') return { id, schema: 'journal/1', body } as const;
  return { id: marginsOf(vault).get(id) ?? world.newId(), schema: 'margin/1', body } as const;
}
