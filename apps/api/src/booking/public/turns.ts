import { Refusal, type GeneralRefusal } from '@visavis/kernel';

/** Most milliseconds to wait for a turn. */
const PATIENCE = 5_000;

/**
 * Lets those who write to the same calendar do so one after the other within this process. The database would
 * queue them as well, but each would hold a connection while waiting, and a contested time would keep the
 * rest of the product from the pool.
 */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /**
   * @param work told whether somebody was before it, so that what it knows may be out of date
   * @throws Refusal unavailable when its turn did not come in time, and whatever `work` throws
   */
  async take<T>(key: string, work: (waited: boolean) => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const since = performance.now();
    const turn = (before ?? Promise.resolve()).then(() => {
      if (performance.now() - since > PATIENCE) throw new Refusal<GeneralRefusal>('unavailable');
      return work(before !== undefined);
    });
    const settled = turn.catch(() => undefined); // the next one's turn comes either way
    this.last.set(key, settled);
    try {
      return await turn;
    } finally {
      if (this.last.get(key) === settled) this.last.delete(key);
    }
  }
}
