import { Refusal, type GeneralRefusal } from '@visavis/kernel';

/**
 * Counts by key in windows that begin together, in memory: the cheapest "no" there is. When a window ends all
 * counts go at once, so no key costs a timer and none is kept longer than a window.
 */
export class FloodWall {
  private counts = new Map<string, number>();
  private endsAt = 0;

  /** @param windowMs length of a window */
  constructor(
    private readonly most: number,
    private readonly windowMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws Refusal too-many-requests */
  pass(key: string): void {
    const now = this.now();
    if (now >= this.endsAt) {
      this.counts = new Map();
      this.endsAt = now + this.windowMs;
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    if (count > this.most) {
      throw new Refusal<GeneralRefusal>('too-many-requests', {
        retryAfterSeconds: (this.endsAt - now) / 1000,
      });
    }
  }
}
