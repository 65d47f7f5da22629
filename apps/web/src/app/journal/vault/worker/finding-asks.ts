import {
  type BidEntry,
  type Entry,
  type Homecoming,
  loadDemo,
  type MarginDocument,
  planHomecoming,
  readJournalFile,
  sealingOf,
  type Stored,
  type Taken,
  writeJournalFile,
} from '@visavis/journal';
import type { AllInsights, InsightWish } from '../all-insights';
import { VaultRefused } from '../vault-trouble';
import type { HomecomingPlan } from '../vault-types';
import { computeInsights } from './compute-insights';
import type { Desk } from './desk';
import type { Keeping } from './keeping';
import { documentOf } from './document-of';
import type { HeldEntry, OpenedVault } from './opened-vault';
import { sealEntry } from './save-entry';
import { SealedForecasts } from './sealed-forecasts';
import { SearchIndex } from './search-index';
import { marginsOf, tellEntries } from './tell-entries';

const SAY_EVERY = 25;

export function findingAsks(desk: Desk) {
  const { world, seals } = desk;
  let indexed: {
    readonly vault: OpenedVault;
    readonly index: SearchIndex;
    readonly forecasts: SealedForecasts;
    /** While it is being brought up to date. */
    indexing: Promise<void> | null;
  } | null = null;
  let homecoming: Homecoming | null = null;
  let counted: {
    readonly of: readonly HeldEntry[];
    readonly asked: string;
    readonly insights: AllInsights;
  } | null = null;

  function finding() {
    const { vault } = desk;
    if (indexed?.vault !== vault)
      indexed = {
        vault,
        index: new SearchIndex(vault),
        forecasts: new SealedForecasts(world, vault),
        indexing: null,
      };
    return indexed;
  }

  function index(found: ReturnType<typeof finding>): Promise<void> {
    return (found.indexing ??= found.index.update().finally(() => (found.indexing = null)));
  }

  function progress(done: number, total: number): void {
    if (done % SAY_EVERY === 0 || done === total) world.tell({ news: 'progress', done, total });
  }

  /** Everything that opens, with its margin; what does not is no part of a file that could be taken for all. */
  function everything(): readonly Taken[] {
    const { vault } = desk;
    const margins = marginsOf(vault);
    return entriesOf(vault).map(({ id, entry }) => {
      const margin = vault.entries.get(margins.get(id) ?? '');
      return { id, entry, ...(margin && { margin: documentOf<MarginDocument>(margin) }) };
    });
  }

  /** One text after the other, each a revision that waits for the server. */
  async function write(all: readonly Taken[]): Promise<void> {
    for (const [at, { id, entry, margin }] of all.entries()) {
      await seals.take(async () => {
        const { vault } = desk;
        await sealEntry(world, vault, { id, schema: 'journal/1', body: JSON.stringify(entry) });
        const marginId = marginsOf(vault).get(id) ?? world.newId();
        if (margin)
          await sealEntry(world, vault, { id: marginId, schema: 'margin/1', body: JSON.stringify(margin) });
      });
      progress(at + 1, all.length);
    }
    await tellEntries(
      world,
      desk.vault,
      all.map(({ id }) => id),
    );
    desk.send();
  }

  return {
    /** From what is indexed, which is all but right after unlocking: then there is more to come. */
    async search(typed: string) {
      const found = finding();
      const isAll = !found.indexing && found.index.bringSome();
      if (!isAll) void index(found);
      return { hits: found.index.search(typed), isAll };
    },
    indexed: () => index(finding()),
    async insights(wish: InsightWish) {
      const { vault } = desk;
      const { forecasts } = finding();
      const held = [...vault.entries.values()];
      await forecasts.load(held.filter(isBid));
      const today = world.today();
      const asked = JSON.stringify([wish, today]);
      // Whoever comes back to the page sees the same figures: whatever changes an entry makes another object of it.
      if (counted?.asked === asked && isSame(counted.of, held)) return counted.insights;
      const margins = held.filter(({ schema }) => schema === 'margin/1');
      const material = {
        entries: entriesOf(vault),
        margins: margins.map((each) => documentOf<MarginDocument>(each)),
        sealedIn: (id: string, revision: number) => forecasts.sealedIn(id, revision),
      };
      counted = { of: held, asked, insights: computeInsights(material, wish, today) };
      return counted.insights;
    },
    async sealedForecast(id: string) {
      const { forecasts } = finding();
      const held = desk.vault.entries.get(id);
      if (!held || !isBid(held)) throw new VaultRefused('entry-unknown');
      await forecasts.load([held]);
      const sealing = sealingOf(documentOf<BidEntry>(held), 'forecast');
      return (sealing && forecasts.sealedIn(id, sealing.revision)) ?? null;
    },
    everything: async () => everything(),
    takeAway: async () => writeJournalFile(everything(), world.today()),
    async planHomecoming(file: string): Promise<HomecomingPlan> {
      const { vault } = desk;
      const here = new Map(entriesOf(vault).map(({ id, entry }) => [id, entry]));
      homecoming = planHomecoming(readJournalFile(file), here, (id) => vault.entries.get(id)?.head.rev ?? 0);
      const { added, joined, unchanged } = homecoming;
      return { added: added.length, joined: joined.length, unchanged };
    },
    async bringHome() {
      if (!homecoming) throw new VaultRefused('nothing-prepared');
      const { added, joined } = homecoming;
      homecoming = null;
      await write([...added, ...joined].map(asUuid));
    },
    async loadDemo() {
      const demo = (await loadDemo(world.today())).map((entry) => ({ id: world.newId(), entry }));
      // Like any journal that is brought here: what was sealed is in the first revision it has here.
      await write(planHomecoming(demo, new Map(), () => 0).added);
    },
  } satisfies Partial<Keeping>;
}

function isSame(one: readonly HeldEntry[], other: readonly HeldEntry[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

function isBid(held: HeldEntry): boolean {
  return held.schema === 'journal/1' && documentOf<Entry>(held).kind === 'bid';
}

function entriesOf(vault: OpenedVault): readonly Stored<Entry>[] {
  return [...vault.entries.values()]
    .filter(({ schema }) => schema === 'journal/1')
    .map((held) => ({ id: held.id, entry: documentOf<Entry>(held) }));
}

/** Files of this program name entries by UUIDs; another's ids cannot enter a hash. */
function asUuid(taken: Taken): Taken {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(taken.id))
    throw new VaultRefused('malformed', { errors: [{ field: 'entries.id', code: 'invalid' }] });
  return taken;
}
