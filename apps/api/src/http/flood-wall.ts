import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Keys remembered at a time: more than a process can answer between two requests of somebody near a limit. */
const MOST_KEYS = 20_000;

/** Counts of keys that came one after the other. They go together, with their window or with their generation. */
interface Generation {
  readonly counts: RateLimiterMemory;
  readonly keys: Set<string>;
}

/**
 * Counts by key in memory, per process: the cheapest "no" there is. A flood from everywhere cannot fill the memory.
 * One window for all keys and two generations of them: a flood brings a key with each request, and a timer and a place
 * in a list for each would cost more than counting it.
 */
export class FloodWall {
  private endsAt = 0;
  private young: Generation;
  private old: Generation | null = null;

  /** @param seconds from the first request of a window until all keys are counted anew */
  constructor(
    private readonly most: number,
    private readonly seconds: number,
    private readonly mostKeys = MOST_KEYS,
  ) {
    this.young = this.begin();
  }

  /** Counts a request. Milliseconds until its key is counted anew when it has come too often, otherwise 0. */
  async pass(key: string): Promise<number> {
    const now = performance.now();
    this.turnTo(now);
    try {
      await this.count(key);
      return 0;
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return Math.max(1, this.endsAt - now);
    }
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.young.keys.size + (this.old?.keys.size ?? 0);
  }

  private turnTo(now: number): void {
    if (now >= this.endsAt) {
      this.endsAt = now + this.seconds * 1000;
      this.young = this.begin();
      this.old = null;
    } else if (this.young.keys.size * 2 >= this.mostKeys) {
      this.old = this.young;
      this.young = this.begin();
    }
  }

  private count(key: string): Promise<RateLimiterRes> {
    const { counts, keys } = this.young;
    if (keys.has(key)) return counts.consume(key);
    keys.add(key);
    const { old } = this;
    if (!old?.keys.has(key)) return counts.consume(key);
    // Added, not set: others of the same key may be counted before the old count is here.
    return old.counts.get(key).then((before) => counts.consume(key, 1 + (before?.consumedPoints ?? 0)));
  }

  private begin(): Generation {
    return {
      counts: new RateLimiterMemory({ points: this.most, duration: 0, keyPrefix: '' }),
      keys: new Set(),
    };
  }
}
