import { LRUCache } from 'lru-cache';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Keys remembered at a time: more than a process can answer between two requests of somebody near a limit. */
const MOST_KEYS = 20_000;

/** Counts by key in memory, per process: the cheapest "no" there is. A flood from everywhere cannot fill the memory. */
export class FloodWall {
  private readonly limiter: RateLimiterMemory;
  private readonly known: LRUCache<string, true>;

  /** @param seconds from the first request of a key until it is counted anew */
  constructor(most: number, seconds: number, mostKeys = MOST_KEYS) {
    this.limiter = new RateLimiterMemory({ points: most, duration: seconds });
    this.known = new LRUCache({ max: mostKeys, dispose: (_, key) => void this.limiter.delete(key) });
  }

  /** Rejects with the limiter's own answer when the key has come too often. */
  async pass(key: string): Promise<void> {
    this.known.set(key, true);
    await this.limiter.consume(key);
  }
}
