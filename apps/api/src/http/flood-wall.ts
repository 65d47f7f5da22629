import { LRUCache } from 'lru-cache';

/** Keys remembered at a time: more than a process can answer between two requests of somebody near a limit. */
const MOST_KEYS = 20_000;

interface Window {
  count: number;
  readonly endsAt: number;
}

/**
 * Counts by key in memory, per process: the cheapest "no" there is. A flood from everywhere cannot fill the memory.
 * A window is a number to compare with, not a timer for each key: a flood brings as many keys as requests.
 */
export class FloodWall {
  private readonly windows: LRUCache<string, Window>;

  /** @param seconds from the first request of a key until it is counted anew */
  constructor(
    private readonly most: number,
    private readonly seconds: number,
    mostKeys = MOST_KEYS,
  ) {
    this.windows = new LRUCache({ max: mostKeys });
  }

  /** Counts a request. Answers the milliseconds until the key is counted anew when it has come too often, otherwise 0. */
  pass(key: string): number {
    const now = performance.now();
    const window = this.windows.get(key);
    if (window === undefined || now >= window.endsAt) {
      this.windows.set(key, { count: 1, endsAt: now + this.seconds * 1000 });
      return 0;
    }
    window.count++;
    return window.count > this.most ? window.endsAt - now : 0;
  }
}
