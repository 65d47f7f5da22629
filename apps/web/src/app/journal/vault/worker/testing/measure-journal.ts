import { computeInsights } from '../compute-insights';
import type { HeldEntry, OpenedVault } from '../opened-vault';
import { SearchIndex } from '../search-index';
import { aThousandBids, BIDS } from './a-thousand-bids';

const SEARCHES = 40;
const WORDS = [
  'confiance',
  'prescripteur',
  'équipe',
  'demandait',
  'programme',
  'alliance',
  'silence',
  'cadre',
];

export interface JournalFigures {
  /** A thousand bids brought into the index, in slices; milliseconds. */
  readonly indexMs: number;
  /** The longest slice: for so long nothing else is answered. */
  readonly longestSliceMs: number;
  /** Of one query, median and slowest. */
  readonly searchMs: number;
  readonly slowestSearchMs: number;
  /** All insights at once, median. */
  readonly insightsMs: number;
}

/** What `npm run bench` measures, in Chromium: searching and counting over a thousand bids, as the worker does it. */
export async function measureJournal(rounds: number): Promise<JournalFigures> {
  const bids = await aThousandBids();
  const held = bids.map(
    ({ id, entry }) => [id, { id, schema: 'journal/1', body: JSON.stringify(entry) }] as const,
  );
  const vault = { entries: new Map(held as unknown as [string, HeldEntry][]) } as unknown as OpenedVault;
  const index = new SearchIndex(vault);
  const stopwatch = watchSlices();
  const begun = performance.now();
  await index.update();
  const indexMs = performance.now() - begun;
  const longestSliceMs = stopwatch();
  const searches: number[] = [];
  for (let at = 0; at < SEARCHES; at++) {
    const before = performance.now();
    await index.update();
    if (
      index.search(`${WORDS[at % WORDS.length]} ${WORDS[(at * 3 + 1) % WORDS.length]?.slice(0, 4)}`).length >
      50
    )
      throw new Error('more was found than is shown');
    searches.push(performance.now() - before);
  }
  const byId = new Map(bids.map(({ id, entry }) => [id, entry]));
  const material = { entries: bids, margins: [], sealedIn: (id: string) => byId.get(id) };
  const counted: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = performance.now();
    const { bids: count } = computeInsights(
      material,
      { filter: {}, target: 40_000, secured: 0 },
      '2026-11-27',
    );
    if (count !== BIDS) throw new Error('bids were left out');
    counted.push(performance.now() - before);
  }
  return {
    indexMs,
    longestSliceMs,
    searchMs: median(searches),
    slowestSearchMs: Math.max(...searches),
    insightsMs: median(counted),
  };
}

/** The longest time between two turns of the event loop, until it is asked. */
function watchSlices(): () => number {
  let [last, longest, isOver] = [performance.now(), 0, false];
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) channel.port2.postMessage(null);
  };
  const channel = new MessageChannel();
  channel.port1.onmessage = look;
  channel.port2.postMessage(null);
  return () => {
    look();
    isOver = true;
    channel.port1.close();
    return longest;
  };
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
